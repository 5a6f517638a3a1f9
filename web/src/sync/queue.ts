/** Stopping commands: written down first, then sent; what could not be sent waits and goes as soon as it can. */
import type { Problem } from '@/core/problem'
import { isPassing } from '@/core/problem'
import type { Database, Queued } from '@/store/database'
import { deliver } from '@/sync/commands'
import type { Accepted } from '@/sync/commands'
import type { Answer } from '@/sync/http'

export type Delivery =
  | { readonly verdict: 'accepted'; readonly queued: Queued; readonly accepted: Accepted }
  | { readonly verdict: 'refused'; readonly queued: Queued; readonly problem: Problem }

/** Keeps the command, tries at once, and says what came of it; null = it waits for the network. */
export async function stopNow(database: Database, queued: Queued): Promise<Delivery | null> {
  await keep(database, queued)
  const answer = await deliver(queued.bytes, undefined, [400])
  return settle(database, queued, answer)
}

/** Where the phone cannot keep anything, sending at once is all that is left. */
async function keep(database: Database, queued: Queued): Promise<void> {
  try {
    await database.queue.put(queued)
  } catch {
    // Nothing to keep it in.
  }
}

export async function waiting(database: Database): Promise<readonly Queued[]> {
  try {
    return await database.queue.orderBy('at').toArray()
  } catch {
    return []
  }
}

/** A verdict ends the waiting. No answer, and a login that ran out, do not: then it stays kept. */
async function settle(database: Database, queued: Queued, answer: Answer<Accepted>): Promise<Delivery | null> {
  if (!answer.ok && (isPassing(answer.problem) || answer.problem.status === 401)) return null
  try {
    await database.queue.delete(queued.id)
  } catch {
    // It will be sent once more; the server knows its id.
  }
  return answer.ok
    ? { verdict: 'accepted', queued, accepted: answer.data }
    : { verdict: 'refused', queued, problem: answer.problem }
}

/** One tab sends at a time, in the order in which the commands were given; stops at the first without answer. */
export async function flush(database: Database): Promise<readonly Delivery[]> {
  const work = async (): Promise<readonly Delivery[]> => {
    const found: Delivery[] = []
    for (const queued of await waiting(database)) {
      const delivery = await settle(database, queued, await deliver(queued.bytes, undefined, []))
      if (delivery === null) break
      found.push(delivery)
    }
    return found
  }
  const locks = (navigator as { locks?: LockManager }).locks
  if (!locks) return work()
  return locks.request('davy-queue', { ifAvailable: true }, (lock) => (lock === null ? [] : work()))
}
