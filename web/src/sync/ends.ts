/** What the screens ask of papers that end: the map of states, reminders, the roster, the calendar, appointments. */
import type { components } from '@/core/api'
import type { Page } from '@/core/records'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

type Schemas = components['schemas']
export type Heat = Schemas['HeatOut']
export type HeatRow = Schemas['HeatRow']
export type HeatPerson = Schemas['HeatPerson']
export type HeatState = HeatPerson['state']
export type HeatBy = Heat['by']
export type ForecastMonth = Schemas['ForecastMonth']
export type PaperDue = Schemas['PaperDueOut']
export type PaperWhat = PaperDue['what']
export type ReminderSteps = Schemas['ReminderStepsOut']
export type RenewalList = Schemas['RenewalListOut']
export type RosterRow = Schemas['RosterRow']
export type EndRow = Schemas['EndOut']
export type RenewalBooking = Schemas['RenewalBookingIn']

const API = '/api/v1'
const asked = (wanted: Readonly<Record<string, string>>): string =>
  new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== '')).toString()
const booking = (paper: string): string => `${API}/reminders/papers/${encodeURIComponent(paper)}/booking`

export const readHeat = (by: HeatBy): Promise<Answer<Heat>> => ask(`${API}/ledger/heat?by=${by}`)
/** The key may be empty, which is a row of its own: own staff, no team. */
export const readHeatPeople = (by: HeatBy, key: string | null, state: string, page: number): Promise<Answer<Page<HeatPerson>>> =>
  ask(
    `${API}/ledger/heat/people?${asked({ by, state, page: String(page) })}${key === null ? '' : `&key=${encodeURIComponent(key)}`}`,
  )
export const readForecast = (): Promise<Answer<readonly ForecastMonth[]>> => ask(`${API}/ledger/forecast`)
export const readRoster = (wanted: Readonly<Record<string, string>>): Promise<Answer<Page<RosterRow>>> =>
  ask(`${API}/ledger/roster?${asked(wanted)}`)
export const readEnds = (start: string, end: string): Promise<Answer<readonly EndRow[]>> =>
  ask(`${API}/ledger/calendar?start=${start}&end=${end}`)
export const readDue = (): Promise<Answer<readonly PaperDue[]>> => ask(`${API}/reminders`)
export const readMyDue = (): Promise<Answer<readonly PaperDue[]>> => ask(`${API}/reminders/mine`)
export const readSteps = (): Promise<Answer<readonly ReminderSteps[]>> => ask(`${API}/reminders/steps`)
export const keepSteps = (what: PaperWhat, days: readonly number[] | null): Promise<Answer<readonly ReminderSteps[]>> =>
  ask(`${API}/reminders/steps/${what}`, { method: 'PUT', body: JSON.stringify({ days }) })
export const readRenewalList = (what: PaperWhat): Promise<Answer<RenewalList>> => ask(`${API}/reminders/lists/${what}`)
export const bookRenewal = (paper: string, told: RenewalBooking): Promise<Answer<PaperDue>> =>
  ask(booking(paper), { method: 'PUT', body: JSON.stringify(told) })
export const unbookRenewal = (paper: string): Promise<Answer<PaperDue>> => ask(booking(paper), { method: 'DELETE' })
