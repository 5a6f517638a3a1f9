/** Everything the screens ask for. */
import type { Asked, Conflicts } from '@/core/conflicts'
import type { Position } from '@/core/envelope'
import type { CallingAlarm, MyAlarm } from '@/core/records'
import type { AreaRow, PersonRow, PointRow, Proposal, Scanned } from '@/core/registers'
import type { Template, TemplateRow } from '@/core/template'
import type { Contact, Permit, PermitRow, Task, TimelineRow } from '@/core/types'
import type { Series } from '@/core/ventilating'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'
import { learn } from '@/sync/reckoning'

const API = '/api/v1'

export interface PermitPage {
  readonly items: readonly PermitRow[]
  readonly total: number
  readonly counts: Readonly<Record<string, number>>
  readonly clearance_open: number
  /** Places in the list, to be asked with as `after` and `before`. */
  readonly next: string | null
  readonly previous: string | null
}

/** Lists come bare or as a page; the screens want the rows. */
async function rows<T>(path: string): Promise<Answer<readonly T[]>> {
  const answer = await ask<readonly T[] | { readonly items: readonly T[] }>(path)
  if (!answer.ok) return answer
  const data = answer.data
  return { ok: true, data: 'items' in data ? data.items : data }
}

export async function readPermit(id: string): Promise<Answer<Permit>> {
  const asked = Date.now()
  const answer = await ask<Permit>(`${API}/permits/${id}`)
  if (answer.ok) learn(asked, answer.data.server_time)
  return answer
}

export function readPermits(wanted: Readonly<Record<string, string>>): Promise<Answer<PermitPage>> {
  return ask(`${API}/permits?${new URLSearchParams(wanted).toString()}`)
}

const WIDEST = 200

/** As many as `most` of them, page after page by place; `total` still counts them all. */
export async function readManyPermits(wanted: Readonly<Record<string, string>>, most: number): Promise<Answer<PermitPage>> {
  const first = await readPermits({ ...wanted, size: String(WIDEST) })
  if (!first.ok) return first
  let { items, next } = first.data
  while (next !== null && items.length < most) {
    const more = await readPermits({ ...wanted, size: String(WIDEST), after: next })
    if (!more.ok) return more
    items = [...items, ...more.data.items]
    next = more.data.next
  }
  return { ok: true, data: { ...first.data, items: items.slice(0, most), next } }
}

export const readTasks = (): Promise<Answer<readonly Task[]>> => rows(`${API}/tasks`)

export const readMyAlarms = (): Promise<Answer<readonly MyAlarm[]>> => rows(`${API}/alarms/mine`)

/** The grave alarms that call this person until somebody acknowledges them. */
export const readCalling = (): Promise<Answer<readonly CallingAlarm[]>> => rows(`${API}/alarms/calling`)

export const readTimeline = (id: string): Promise<Answer<readonly TimelineRow[]>> =>
  rows(`${API}/permits/${id}/timeline`)

export const readEarlierVentilation = (id: string): Promise<Answer<readonly Series[]>> =>
  rows(`${API}/permits/${id}/ventilation/earlier`)

export const readConflicts = (id: string): Promise<Answer<Conflicts>> => ask(`${API}/permits/${id}/conflicts`)

export const foreseeConflicts = (asked: Asked): Promise<Answer<Conflicts>> => post(`${API}/conflicts`, asked)

export const readTemplates = (): Promise<Answer<readonly TemplateRow[]>> => rows(`${API}/templates`)

export const readTemplate = (name: string): Promise<Answer<Template>> => ask(`${API}/templates/${name}`)

export function readProposal(template: string, point: string): Promise<Answer<Proposal>> {
  return ask(`${API}/proposal?${new URLSearchParams({ template, point }).toString()}`)
}

export const readPoints = (): Promise<Answer<readonly PointRow[]>> => rows(`${API}/points?size=200`)

export function findPeople(words: string): Promise<Answer<readonly PersonRow[]>> {
  return rows(`${API}/people?${new URLSearchParams({ q: words, size: '50' }).toString()}`)
}

export const readAreas = (): Promise<Answer<readonly AreaRow[]>> => rows(`${API}/areas?size=200`)

export const readPerson = (id: string): Promise<Answer<PersonRow>> => ask(`${API}/people/${id}`)

export const readScan = (token: string): Promise<Answer<Scanned>> => ask(`${API}/scan/${encodeURIComponent(token)}`)

export async function makeContact(id: string, position: Position | null): Promise<Answer<Contact>> {
  const asked = Date.now()
  const answer = await post<Contact>(`${API}/permits/${id}/contact`, position ?? {})
  if (answer.ok) learn(asked, answer.data.server_time)
  return answer
}
