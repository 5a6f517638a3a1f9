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

/**
 * Asks at once, and again after changes of these kinds. Whoever asks himself may have changed the question: an
 * answer to the older one is dropped. A change of the plant never drops an answer that is on its way: it is
 * shown, and asked once more, so that under constant change a slow question is still answered.
 */
export function useAsked<T>(question: () => Promise<Answer<T>>, kinds: readonly string[] = []): Asked<T> {
  const session = useSession()
  const data = shallowRef<T | null>(null)
  const problem = ref<Problem | null>(null)
  const asking = ref(false)
  let newest = 0
  let changes = 0

  async function ask(): Promise<void> {
    newest += 1
    const mine = newest
    const known = changes
    asking.value = true
    const answer = await question().finally(() => {
      if (mine === newest) asking.value = false
    })
    if (mine !== newest) return
    if (answer.ok) {
      data.value = answer.data
      problem.value = null
    } else {
      problem.value = answer.problem
      if (answer.problem.status === 401) session.lost()
    }
    if (changes !== known) void ask()
  }

  function changed(): void {
    changes += 1
    if (!asking.value) void ask()
  }

  if (kinds.length > 0) useLive(kinds, changed)
  void ask()
  return { data, problem, asking, ask }
}
