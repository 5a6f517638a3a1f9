import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope } from 'vue'
import { changed, everything, useLive } from '@/ui/console/live'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('a burst of changes is told at once and then once a second', () => {
  const scope = effectScope()
  const call = vi.fn()
  scope.run(() => {
    useLive(['permit'], call)
  })
  for (let at = 0; at < 50; at += 1) changed({ kind: 'permit', id: String(at) })
  vi.advanceTimersByTime(1)
  expect(call).toHaveBeenCalledTimes(1)
  changed({ kind: 'permit', id: 'x' })
  vi.advanceTimersByTime(900)
  expect(call).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(200)
  expect(call).toHaveBeenCalledTimes(2)
  scope.stop()
})

it('another kind is not told, a gap is told to all, and a closed screen hears nothing', () => {
  const scope = effectScope()
  const call = vi.fn()
  scope.run(() => {
    useLive(['alarm'], call)
  })
  changed({ kind: 'permit', id: '1' })
  vi.advanceTimersByTime(2_000)
  expect(call).not.toHaveBeenCalled()
  everything()
  vi.advanceTimersByTime(1)
  expect(call).toHaveBeenCalledTimes(1)
  everything()
  scope.stop()
  vi.advanceTimersByTime(5_000)
  expect(call).toHaveBeenCalledTimes(1)
})
