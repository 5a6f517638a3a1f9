/** One form that hands something in: busy, the last "no", and what follows when it was taken. */
import { ref } from 'vue'
import type { Ref } from 'vue'
import type { Problem } from '@/core/problem'
import type { Answer } from '@/sync/http'

export interface Handing {
  readonly busy: Ref<boolean>
  readonly problem: Ref<Problem | null>
  readonly hand: (sending: Promise<Answer<unknown>>) => Promise<void>
}

export function useHanding(taken: () => void): Handing {
  const busy = ref(false)
  const problem = ref<Problem | null>(null)

  async function hand(sending: Promise<Answer<unknown>>): Promise<void> {
    busy.value = true
    const answer = await sending
    busy.value = false
    problem.value = answer.ok ? null : answer.problem
    if (answer.ok) taken()
  }

  return { busy, problem, hand }
}
