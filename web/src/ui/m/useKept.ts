/** What the server last told of something, kept on the phone for when it cannot be asked. */
import type { Problem } from '@/core/problem'
import { isPassing } from '@/core/problem'
import { keepAnswer, keptAnswer } from '@/store/kept'
import type { Answer } from '@/sync/http'
import { SOON_MS, sooner } from '@/sync/sooner'
import { useSession } from '@/ui/shared/session'

export interface Told<T> {
  readonly data: T | null
  readonly problem: Problem | null
  /** The phone's milliseconds of the answer when it is an old one; null for what the server says now. */
  readonly since: number | null
}

const recalled = async <T>(name: string): Promise<Told<T> | null> => {
  const kept = await keptAnswer(useSession().database(), name)
  return kept === null ? null : { data: kept.answer as T, problem: null, since: kept.at }
}

/** Asks, and keeps the answer. `early` hears what was kept when the server is slow to answer. */
export async function askOrRecall<T>(
  name: string,
  ask: () => Promise<Answer<T>>,
  early: (told: Told<T>) => void = () => undefined,
): Promise<Told<T>> {
  const asked = Date.now()
  const asking = ask()
  if ((await sooner(asking, SOON_MS)) === null) {
    const kept = await recalled<T>(name)
    if (kept !== null) early(kept)
  }
  const answer = await asking
  if (answer.ok) {
    void keepAnswer(useSession().database(), name, answer.data, asked)
    return { data: answer.data, problem: null, since: null }
  }
  const kept = isPassing(answer.problem) ? await recalled<T>(name) : null
  return { data: kept?.data ?? null, problem: answer.problem, since: kept?.since ?? null }
}
