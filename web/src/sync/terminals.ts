/** The Ex mark of this very phone, and which areas take marked terminals only. */
import type { Database } from '@/store/database'
import { ownDevice } from '@/store/outbox'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

const API = '/api/v1'

/** Undefined when this phone is not enrolled or the server cannot be asked; null when it is and carries no mark. */
export async function readOwnMark(database: Database): Promise<string | null | undefined> {
  const own = await ownDevice(database)
  if (own === null || own.asking !== null) return undefined
  const answer = await ask<{ readonly ex: string | null }>(`${API}/devices/${own.id}`)
  return answer.ok ? answer.data.ex : undefined
}

export function letOnlyMarked(area: string, only: boolean): Promise<Answer<unknown>> {
  return ask(`${API}/areas/${area}`, { method: 'PATCH', body: JSON.stringify({ ex_only: only }) })
}
