import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createPinia, setActivePinia } from 'pinia'
import { effectScope } from 'vue'
import { problemOf, UNHEARD } from '@/core/problem'
import type { Problem } from '@/core/problem'
import type { Answer } from '@/sync/http'
import { useAsked } from '@/ui/console/useAsked'
import { useAskedUntil } from '@/ui/console/useAskedUntil'

beforeEach(() => {
  vi.useFakeTimers()
  setActivePinia(createPinia())
})
afterEach(() => {
  vi.useRealTimers()
})

/** How often a server is asked that gives these answers, the last for ever. */
async function asks(...answers: readonly (Problem | number)[]): Promise<{ times: number; data: number | null }> {
  let times = 0
  const question = (): Promise<Answer<number>> => {
    const said = answers[Math.min(times, answers.length - 1)] ?? 0
    times += 1
    return Promise.resolve(typeof said === 'number' ? { ok: true, data: said } : { ok: false, problem: said })
  }
  const scope = effectScope()
  const asked = scope.run(() => {
    const made = useAsked(question)
    useAskedUntil(made)
    return made
  })
  await vi.advanceTimersByTimeAsync(60_500)
  scope.stop()
  await vi.advanceTimersByTimeAsync(60_000)
  return { times, data: asked?.data.value ?? null }
}

test('a server that was away is asked until it answers, and then no more', async () => {
  expect(await asks(UNHEARD, problemOf(502, null), 7)).toEqual({ times: 3, data: 7 })
})

test('what it refuses is not asked again', async () => {
  expect(await asks(problemOf(403, null))).toEqual({ times: 1, data: null })
})

test('nobody asks after the screen is closed', async () => {
  expect((await asks(UNHEARD)).times).toBe(7)
})
