import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { listen } from '@/sync/changes'

class Source extends EventTarget {
  static opened: Source[] = []
  onopen: (() => void) | null = null
  onerror: (() => void) | null = null
  closed = false
  constructor() {
    super()
    Source.opened.push(this)
  }
  close(): void {
    this.closed = true
  }
}

beforeEach(() => {
  Source.opened = []
  vi.useFakeTimers()
  vi.stubGlobal('EventSource', Source)
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

const last = (): Source | undefined => Source.opened.at(-1)

it('a stream on which the server is not heard is opened anew, and what was missed is read', async () => {
  const reopened = vi.fn()
  const stop = listen(vi.fn(), reopened)
  last()?.onopen?.()
  await vi.advanceTimersByTimeAsync(30_000)
  last()?.dispatchEvent(new Event('alive'))
  await vi.advanceTimersByTimeAsync(30_000)
  expect(Source.opened).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(17_000)
  expect(Source.opened).toHaveLength(2)
  expect(Source.opened[0]?.closed).toBe(true)
  last()?.onopen?.()
  expect(reopened).toHaveBeenCalledOnce()
  stop()
})

it('a server that takes the connection and says nothing is asked again', async () => {
  const stop = listen(vi.fn(), vi.fn())
  await vi.advanceTimersByTimeAsync(46_000)
  expect(Source.opened).toHaveLength(2)
  stop()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(Source.opened).toHaveLength(2)
})
