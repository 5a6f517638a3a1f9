import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createPinia, setActivePinia } from 'pinia'
import { effectScope } from 'vue'
import type { Answer } from '@/sync/http'
import { changed } from '@/ui/console/live'
import { useAsked } from '@/ui/console/useAsked'

/** A server that answers when it is told to: the questions so far, the oldest first. */
const open: ((said: number) => Promise<void>)[] = []

function question(): Promise<Answer<number>> {
  return new Promise((answer) => {
    open.push(async (data) => {
      answer({ ok: true, data })
      await vi.advanceTimersByTimeAsync(0)
    })
  })
}

let scope = effectScope()

beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
  open.length = 0
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

it('shows an answer that took longer than the next change, and asks once more', async () => {
  const asked = scope.run(() => useAsked(question, ['permit']))
  for (let seconds = 0; seconds < 5; seconds += 1) {
    changed({ kind: 'permit', id: String(seconds) })
    await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(open).toHaveLength(1)
  await open[0]?.(1)
  expect(asked?.data.value).toBe(1)
  expect(open).toHaveLength(2)
  await open[1]?.(2)
  expect(asked?.data.value).toBe(2)
  expect(open).toHaveLength(2)
})

it('drops the answer to a question that was put differently meanwhile', async () => {
  const asked = scope.run(() => useAsked(question))
  void asked?.ask()
  expect(open).toHaveLength(2)
  await open[1]?.(2)
  await open[0]?.(1)
  expect(asked?.data.value).toBe(2)
  expect(asked?.asking.value).toBe(false)
})
