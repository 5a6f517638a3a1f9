/** The Ex mark of this very phone, and what an area asks of the mark of a terminal. */
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

/** What an area is classed as, and asks of the mark of a terminal. */
export interface Demand {
  readonly ex_zone?: string
  readonly ex_group?: string | null
  readonly ex_temperature?: string | null
}

export function demand(area: string, what: Demand): Promise<Answer<unknown>> {
  return ask(`${API}/areas/${area}`, { method: 'PATCH', body: JSON.stringify(what) })
}
