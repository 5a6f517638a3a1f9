/** What the console asks beside permits: registers, calendar, weather, alarms, the state of the watching clock. */
import { composeAtDesk } from '@/core/desk'
import type { components } from '@/core/api'
import type { DeskCommand } from '@/core/desk'
import type {
  AlarmDetail,
  AlarmRow,
  AreaRecord,
  CalendarHead,
  CertificateRow,
  Delegation,
  EquipmentRow,
  FirmRow,
  Page,
  PersonRecord,
  Plan,
  PointRecord,
  PostRow,
  SiteCalendar,
  SiteRow,
  SpecialPeriod,
  Station,
  Substance,
  Violation,
  ViolationIn,
  Weather,
} from '@/core/records'
import type { Mapping } from '@/core/station'
import type { Instant, StuckPermit } from '@/core/types'
import type { SiteWorks, WorksChoice } from '@/core/works'
import { deliver } from '@/sync/commands'
import type { Accepted } from '@/sync/commands'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'
import { learn } from '@/sync/reckoning'

const API = '/api/v1'

export type Wanted = Readonly<Record<string, string>>

function page<T>(path: string, wanted: Wanted = {}): Promise<Answer<Page<T>>> {
  return ask(`${API}/${path}?${new URLSearchParams({ size: '200', ...wanted }).toString()}`)
}

export const readSites = (): Promise<Answer<Page<SiteRow>>> => page('sites')
export const readAreaPage = (wanted?: Wanted): Promise<Answer<Page<AreaRecord>>> => page('areas', wanted)
export const readEquipmentPage = (wanted?: Wanted): Promise<Answer<Page<EquipmentRow>>> => page('equipment', wanted)
export const readPointPage = (wanted?: Wanted): Promise<Answer<Page<PointRecord>>> => page('points', wanted)
export const readPeoplePage = (wanted?: Wanted): Promise<Answer<Page<PersonRecord>>> => page('people', wanted)
export const readCertificates = (wanted?: Wanted): Promise<Answer<Page<CertificateRow>>> => page('certificates', wanted)
export const readPosts = (wanted?: Wanted): Promise<Answer<Page<PostRow>>> => page('posts', wanted)
export const readFirms = (wanted?: Wanted): Promise<Answer<Page<FirmRow>>> => page('firms', wanted)
export const readDelegations = (): Promise<Answer<readonly Delegation[]>> => ask(`${API}/delegations`)
export const readStuck = (): Promise<Answer<readonly StuckPermit[]>> => ask(`${API}/approvals/stuck`)
export const readUnits = (): Promise<Answer<Page<SiteRow>>> => page('units')

export const readSubstances = (): Promise<Answer<readonly Substance[]>> => ask(`${API}/substances`)

/** The drawing of a site; null: it has none yet. */
export async function readPlan(site: string): Promise<Answer<Plan | null>> {
  const answer = await ask<Plan>(`${API}/plan/${site}`)
  return !answer.ok && answer.problem.status === 404 ? { ok: true, data: null } : answer
}

export const readCalendar = (site: string): Promise<Answer<SiteCalendar>> => ask(`${API}/calendar/${site}`)
export const readWeather = (site: string): Promise<Answer<Weather>> => ask(`${API}/sites/${site}/weather`)

export function writeCalendar(site: string, head: CalendarHead): Promise<Answer<SiteCalendar>> {
  return ask(`${API}/calendar/${site}`, { method: 'PUT', body: JSON.stringify(head) })
}

export function addPeriod(site: string, period: Omit<SpecialPeriod, 'id'>): Promise<Answer<SpecialPeriod>> {
  return post(`${API}/calendar/${site}/periods`, period)
}

export function removePeriod(site: string, id: string): Promise<Answer<null>> {
  return ask(`${API}/calendar/${site}/periods/${id}`, { method: 'DELETE' })
}

export interface ShiftIn {
  readonly name: string
  readonly starts: string
  readonly ends: string
}

export function addShift(site: string, shift: ShiftIn): Promise<Answer<unknown>> {
  return post(`${API}/calendar/${site}/shifts`, shift)
}

export function removeShift(site: string, id: string): Promise<Answer<null>> {
  return ask(`${API}/calendar/${site}/shifts/${id}`, { method: 'DELETE' })
}

export function addWorkingDay(site: string, day: string): Promise<Answer<unknown>> {
  return post(`${API}/calendar/${site}/working-days`, { day })
}

export function removeWorkingDay(site: string, id: string): Promise<Answer<null>> {
  return ask(`${API}/calendar/${site}/working-days/${id}`, { method: 'DELETE' })
}

/** What somebody sees now; what is left out was not looked at. */
export type Seen = { readonly wind_force: number } & Partial<Readonly<Record<'rain' | 'snow' | 'fog', string>>>

export function enterWeather(site: string, seen: Seen): Promise<Answer<Weather>> {
  return post(`${API}/sites/${site}/weather`, seen)
}

export const readWorks = (site: string): Promise<Answer<SiteWorks>> => ask(`${API}/works/${site}`)

export function writeWorks(site: string, choice: WorksChoice): Promise<Answer<SiteWorks>> {
  return ask(`${API}/works/${site}`, { method: 'PUT', body: JSON.stringify(choice) })
}

export const readStation = (site: string): Promise<Answer<Station>> => ask(`${API}/sites/${site}/weather-station`)

export function writeStation(
  site: string,
  wanted: { readonly url: string; readonly fields: Mapping; readonly private_net: boolean; readonly enabled: boolean },
): Promise<Answer<Station>> {
  return ask(`${API}/sites/${site}/weather-station`, { method: 'PUT', body: JSON.stringify(wanted) })
}

export function readAlarms(wanted: Wanted): Promise<Answer<readonly AlarmRow[]>> {
  return ask(`${API}/alarms?${new URLSearchParams(wanted).toString()}`)
}

export type AlarmLoad = components['schemas']['AlarmLoad']

export const readAlarmLoad = (days: number): Promise<Answer<AlarmLoad>> => ask(`${API}/alarms/load?days=${days}`)

export const readAlarm = (id: string): Promise<Answer<AlarmDetail>> => ask(`${API}/alarms/${id}`)

/** Several alarms at once; the first "no" is that of them all. */
export async function readEachAlarm(ids: readonly string[]): Promise<Answer<readonly AlarmDetail[]>> {
  const found: AlarmDetail[] = []
  for (const answer of await Promise.all(ids.map(readAlarm))) {
    if (!answer.ok) return answer
    found.push(answer.data)
  }
  return { ok: true, data: found }
}

export const countAlarms = (): Promise<Answer<Readonly<Record<string, number>>>> => ask(`${API}/alarms/count`)

export interface System {
  readonly clock_ok: boolean
  readonly beat_at: Instant | null
  readonly server_time: Instant
}

/** Also tells the server's time. */
export async function readSystem(): Promise<Answer<System>> {
  const asked = Date.now()
  const answer = await ask<System>(`${API}/system`)
  if (answer.ok) learn(asked, answer.data.server_time)
  return answer
}

export const readViolations = (wanted: Wanted): Promise<Answer<Page<Violation>>> => page('violations', wanted)

export function addViolation(made: ViolationIn): Promise<Answer<Violation>> {
  return post(`${API}/violations`, made)
}

export function liftViolation(id: string, why: string): Promise<Answer<Violation>> {
  return post(`${API}/violations/${id}/lift`, { why })
}

export const giveAtDesk = (command: DeskCommand): Promise<Answer<Accepted>> => deliver(composeAtDesk(command))

export function signsUrl(wanted: Wanted): string {
  return `${API}/points/signs.pdf?${new URLSearchParams(wanted).toString()}`
}
