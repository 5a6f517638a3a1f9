/** Asks again what got no answer, for a screen that stays open: the server that was away comes back, and nobody stands
    there to press. What the server refused stays refused. */
import { onScopeDispose } from 'vue'
import { isPassing } from '@/core/problem'
import type { Asked } from '@/ui/console/useAsked'

const AGAIN_MS = 10_000

export function useAskedUntil(...asked: readonly Asked<unknown>[]): void {
  const timer = setInterval(() => {
    for (const { problem, asking, ask } of asked) {
      if (problem.value !== null && isPassing(problem.value) && !asking.value) void ask()
    }
  }, AGAIN_MS)
  onScopeDispose(() => {
    clearInterval(timer)
  })
}
