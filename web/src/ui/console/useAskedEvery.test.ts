import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { effectScope, ref, shallowRef } from 'vue'
import type { Asked } from '@/ui/console/useAsked'
import { useAskedEvery } from '@/ui/console/useAskedEvery'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('a question on its way is left alone; the next is asked when it is answered, and none after the end', () => {
  const asking = ref(false)
  let count = 0
  const asked: Asked<unknown> = {
    data: shallowRef(null),
    problem: ref(null),
    asking,
    ask: () => {
      count += 1
      asking.value = true
      return Promise.resolve()
    },
  }
  const scope = effectScope()
  scope.run(() => {
    useAskedEvery(5_000, asked)
  })
  vi.advanceTimersByTime(16_000)
  expect(count).toBe(1)
  asking.value = false
  vi.advanceTimersByTime(5_000)
  expect(count).toBe(2)
  asking.value = false
  scope.stop()
  vi.advanceTimersByTime(60_000)
  expect(count).toBe(2)
})
