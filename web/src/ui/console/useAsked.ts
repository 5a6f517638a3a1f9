/** What a screen asked the server: the newest answer, the last "no", and asking again when something changed. */
import { ref, shallowRef } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { Problem } from '@/core/problem'
import type { Answer } from '@/sync/http'
import { useLive } from '@/ui/console/live'
import { useSession } from '@/ui/shared/session'

export interface Asked<T> {
  readonly data: ShallowRef<T | null>
  /** Why the newest question has no answer; the older answer stays on the screen. */
  readonly problem: Ref<Problem | null>
  readonly asking: Ref<boolean>
  readonly ask: () => Promise<void>
}

/** Asks at once, and again after changes of these kinds. An answer that was overtaken is dropped. */
export function useAsked<T>(question: () => Promise<Answer<T>>, kinds: readonly string[] = []): Asked<T> {
  const session = useSession()
  const data = shallowRef<T | null>(null)
  const problem = ref<Problem | null>(null)
  const asking = ref(false)
  let newest = 0

  async function ask(): Promise<void> {
    newest += 1
    const mine = newest
    asking.value = true
    const answer = await question()
    if (mine !== newest) return
    asking.value = false
    if (answer.ok) {
      data.value = answer.data
      problem.value = null
    } else {
      problem.value = answer.problem
      if (answer.problem.status === 401) session.lost()
    }
  }

  if (kinds.length > 0) useLive(kinds, () => void ask())
  void ask()
  return { data, problem, asking, ask }
}
