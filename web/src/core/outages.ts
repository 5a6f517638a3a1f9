/** Declared outages and their numbered sheets as the screens read them. */
import type { components } from '@/core/api'
import { fromPlantClock } from '@/core/shanghai'
import type { Text } from '@/core/text'

type Shapes = components['schemas']
export type Paper = Shapes['PaperOut']
export type Outage = Shapes['OutageOut']
export type Block = Shapes['BlockOut']
export type Sheet = Shapes['PaperSheet']
export type Standing = Shapes['StandingOut']
export type BlockRange = Shapes['BlockRange']
export type Task = Shapes['PaperTask']
export type Found = Shapes['SheetFound']
export type OutageWords = Readonly<Record<string, Readonly<Record<string, Text>>>>

export const CONDITIONS = ['going_on', 'stopped', 'finished'] as const
export type Condition = (typeof CONDITIONS)[number]
/** Steps that are given with the reason that somebody writes. */
export const REASONED: ReadonlySet<string> = new Set(['void_sheet', 'report_loss', 'confirm_loss'])
/** What whoever saw a place cleared answers, in the order of the contract. */
export const CLEAR = ['people_out', 'tools_out', 'fire_out', 'made_safe'] as const

/** The eight digits of a serial in what was typed or scanned; empty until they are all there. */
export function serialIn(told: string): string {
  const code = /\/c\/(TP-\d{6}-\d{2})\/?$/.exec(told.trim())?.[1] ?? told
  const digits = code.replace(/\D/g, '')
  return digits.length === 8 ? digits : ''
}

/** The serial as it is printed, of its eight digits. */
export const printed = (digits: string): string => `TP-${digits.slice(0, 6)}-${digits.slice(6)}`

/** Whether the last two digits fit the first six: ISO 7064 MOD 97-10, as it is printed. */
export function isWhole(digits: string): boolean {
  return /^\d{8}$/.test(digits) && 98 - ((Number(digits.slice(0, 6)) * 100) % 97) === Number(digits.slice(6))
}

/** The block that a serial is of, of those that the phone knows; null for one that was mistyped or printed since. */
export function blockOf(digits: string, known: readonly BlockRange[]): BlockRange | null {
  const n = Number(digits.slice(0, 6))
  return isWhole(digits) ? (known.find(({ first, last }) => first <= n && n <= last) ?? null) : null
}

/** Where an outage or a block counts, in words; no areas are the whole site. */
export function whereOf(one: Pick<Outage, 'site' | 'areas'>, whole: string): string {
  return one.areas.length === 0
    ? `${one.site.name ?? ''} ${whole}`.trim()
    : one.areas.map(({ name }) => name ?? '').join('、')
}

/** The body of a step on one sheet, or null for one that needs more than this. */
export function bodyOn(kind: string, serial: string, reason: string): Readonly<Record<string, unknown>> | null {
  if (kind === 'account_unused' || kind === 'return_sheets') return { serials: [serial] }
  if (REASONED.has(kind)) return reason.trim() === '' ? null : { serial, reason: reason.trim() }
  return null
}

/** The instant of a time as it is typed at the desk (2026-11-21 22:00), or null. */
export function instantOf(typed: string): string | null {
  return fromPlantClock(typed.trim().replace(' ', 'T'))?.toISOString() ?? null
}

/** One outage as the band tells it, on whatever screen. */
export interface Band {
  readonly number: string
  /** Empty for the whole site. */
  readonly where: string
  readonly from: string
  readonly until: string
  /** It runs past its expected end, by the clock of the screen. */
  readonly over: boolean
  /** Whoever reads must act on it now. */
  readonly act: boolean
}

/** Those that go on by the clock: what begins soon was told beforehand. */
export function bandsOf(standing: Standing | null, now: number): readonly Band[] {
  return (standing?.open ?? [])
    .filter(({ starts_at: from }) => Date.parse(from) <= now)
    .map(({ number, areas, starts_at: from, until, yours }) => ({
      number,
      where: areas.map(({ name }) => name ?? '').join('、'),
      from,
      until,
      over: Date.parse(until) < now,
      act: yours,
    }))
}

/** What tells two looks at the band apart. */
export const bandKey = (bands: readonly Band[]): string => JSON.stringify(bands)

/** What this reader can do about a sheet that was worked on; null: nothing is left, or it is somebody else's. */
export function stepOn({ used, commands }: Sheet, me: string | null): 'fill' | 'review' | null {
  if (used === null || (used.reviewed !== null && used.agrees === true)) return null
  if (used.filled === null || used.reviewed !== null) return commands.includes('fill_in_sheet') ? 'fill' : null
  return commands.includes('review_sheet') && me !== null && !namedOn(used).includes(me) ? 'review' : null
}

/** Whoever told of it or stands on it. */
function namedOn({ registered, filled }: NonNullable<Sheet['used']>): readonly (string | undefined)[] {
  const on = filled ? [filled.by.by, filled.responsible, filled.guardian, ...filled.workers] : []
  return [registered.by, ...on].map((one) => one?.id)
}
