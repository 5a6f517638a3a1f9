/** Sends the queue of whoever is logged in, when the browser says that there is a connection again. The page and the worker
    take the same lock: one sends, the other leaves it the work. */
import { isWaiting } from '@/core/outbox'
import { Database } from '@/store/database'
import { allRows, keepRows } from '@/store/outbox'
import { useToken } from '@/sync/http'
import { flush, photosFollow } from '@/sync/outbox'
import { readSession } from '@/sync/session'

/** Something is left, and the browser is to wake the worker again later. */
export class NotYet extends Error {}

/** Rows of others stay where they are: each account has a database of its own. While a page is open it sends, for it can
    tell of a refusal. Throws NotYet. */
export async function sendQueue(token: () => Promise<string | null>, isOpen: () => Promise<boolean>): Promise<void> {
  if (await isOpen()) throw new NotYet()
  const account = await whoIsLoggedIn()
  const spelled = account === null ? null : await token()
  // Where the token cannot be read, the page sends when somebody opens it.
  if (account === null || spelled === null) return
  useToken(spelled)
  const database = new Database(account)
  try {
    await send(database)
  } finally {
    database.close()
  }
}

/** Null: nobody. Throws NotYet when the server does not answer. */
async function whoIsLoggedIn(): Promise<string | null> {
  const session = await readSession()
  if (session.ok) return session.data.account?.id ?? null
  if (session.problem.status === 0) throw new NotYet()
  return null
}

async function send(database: Database): Promise<void> {
  const { done } = await flush(database)
  const refused = done.filter(({ state, problem }) => state !== 'accepted' && problem !== null)
  await keepRows(database, refused.map((row) => ({ ...row, untold: true })))
  const left = (await allRows(database)).some((row) => isWaiting(row) && row.state !== 'too_new')
  if (left || (await photosFollow(database))) throw new NotYet()
}
