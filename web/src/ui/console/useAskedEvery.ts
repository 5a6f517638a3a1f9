/** Asks again in time, for what changes without anybody telling. Never over an answer that is on its way: against a slow
    server a newer question would drop each answer before it comes, and the screen would wait for ever. */
import { onScopeDispose } from 'vue'
import type { Asked } from '@/ui/console/useAsked'

export function useAskedEvery(everyMs: number, ...asked: readonly Asked<unknown>[]): void {
  const timer = setInterval(() => {
    for (const one of asked) if (!one.asking.value) void one.ask()
  }, everyMs)
  onScopeDispose(() => {
    clearInterval(timer)
  })
}
