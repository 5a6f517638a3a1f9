/** Rows of the registers as the console reads them: places, people, papers, posts, calendar, alarms. */
import type { components } from '@/core/api'
import type { Text } from '@/core/text'
import type { Instant, Named } from '@/core/types'

/** A day, `2026-11-21`. */
export type Day = string

export interface Page<T> {
  readonly items: readonly T[]
  readonly total: number
}

export interface SiteRow {
  readonly id: string
  readonly code: string
  readonly name: string
}

export interface AreaRecord {
  readonly id: string
  readonly site_id: string
  readonly code: string
  readonly name: string
  readonly area_class: 'fire_explosion' | 'other' | 'unknown'
  readonly ex_zone: string
  /** What the mark of a terminal must be good for; null: nobody told, the strictest counts. */
  readonly ex_group: string | null
  readonly ex_temperature: string | null
  readonly major_hazard: boolean
  readonly tank_farm_bund: boolean
  readonly pipe_rack: boolean
  readonly fixed_hot_zone: boolean
  readonly media: readonly string[]
  readonly plan_x: number | null
  readonly plan_y: number | null
}

export interface EquipmentRow {
  readonly id: string
  readonly area_id: string
  readonly code: string
  readonly name: string
  /** Empty: nobody said. */
  readonly kind: string
  readonly medium: string
  readonly in_operation: boolean | null
  readonly volume_m3: string | null
}

export interface PointRecord {
  readonly id: string
  readonly area_id: string
  readonly equipment_id: string | null
  readonly code: string
  readonly name: string
  readonly lat: number | null
  readonly lon: number | null
  readonly height_m: string | null
  readonly radius_m: number | null
  readonly plan_x: number | null
  readonly plan_y: number | null
}

export interface Plan {
  readonly site_id: string
  /** Hash of the drawing. */
  readonly drawing: string
  readonly width: number
  readonly height: number
  readonly control: readonly ControlPoint[]
  /** How the drawing lies on the ground; null where its control points give no map. */
  readonly ground: components['schemas']['GroundOut'] | null
  /** Work points that only their positions place on the drawing. */
  readonly placed: readonly { readonly id: string; readonly x: number; readonly y: number }[]
  readonly areas: readonly AreaRecord[]
  readonly points: readonly PointRecord[]
}

/** A place of the drawing, y down, and its WGS-84 position. */
export interface ControlPoint {
  readonly x: number
  readonly y: number
  readonly lat: number
  readonly lon: number
}

export type SpecialKind = 'holiday' | 'rest_day' | 'major_event'

export interface SpecialPeriod {
  readonly id: string
  readonly kind: SpecialKind
  readonly name: string
  readonly starts_at: Instant
  readonly ends_at: Instant
}

/** When work is harder to get: nights, rest days, holidays. Not configured means that hot work is refused. */
export interface CalendarHead {
  readonly configured: boolean
  readonly night_start: string | null
  readonly night_end: string | null
  /** 1 is Monday. */
  readonly rest_weekdays: readonly number[]
  readonly holidays_until: Day | null
  /** What special periods raise for hot work. */
  readonly escalation: 'level' | 'approver' | null
}

export interface SiteCalendar extends CalendarHead {
  readonly site_id: string
  readonly periods: readonly SpecialPeriod[]
  readonly working_days: readonly { readonly id: string; readonly day: Day }[]
  readonly shifts: readonly {
    readonly id: string
    readonly name: string
    readonly starts: string
    readonly ends: string
  }[]
}

export interface Substance extends Text {
  readonly code: string
}

/** The weather station of a site and how it has answered. */
export interface Station {
  readonly host: string | null
  readonly enabled: boolean
  readonly tried_at: Instant | null
  readonly answered_at: Instant | null
  readonly problem: string
  readonly failures: number
}

export interface Weather {
  readonly source: 'person' | 'station' | null
  readonly wind_force: number | null
  readonly gust: number | null
  readonly rain: string | null
  readonly snow: string | null
  readonly fog: string | null
  readonly temperature_c: string | null
  readonly observed_at: Instant | null
  readonly observed_by: Named | null
}

export interface PersonRecord {
  readonly id: string
  readonly name: string
  readonly hr_code: string
  readonly firm_id: string | null
  readonly trade: string
  readonly status: 'active' | 'frozen' | 'left'
  readonly phone: string
}

export type PaperState =
  'valid' | 'expiring' | 'review_due' | 'review_overdue' | 'expired' | 'not_yet_valid' | 'unknown'

export interface CertificateRow {
  readonly id: string
  readonly person_id: string
  readonly kind: string
  readonly number: string
  readonly item: string
  readonly issuer: string
  readonly valid_to: Day | null
  readonly review_due: Day | null
  readonly holder_name: string
  readonly state: PaperState
}

export interface PostRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly area_id: string | null
  readonly unit_id: string | null
  readonly site_id: string | null
  readonly holder_id: string | null
  readonly holder_name: string | null
  readonly deputy_name: string | null
  readonly superior_id: string | null
}

/** 委派: somebody signs for the holder of a post for a while. */
export interface Delegation {
  readonly id: string
  readonly code: string
  readonly post_name: string | null
  readonly by_id: string
  readonly by_name: string | null
  readonly to_id: string
  readonly to_name: string | null
  readonly types: readonly string[]
  readonly starts_at: string
  readonly ends_at: string
  readonly reason: string
  readonly revoked_at: string | null
  readonly revoked_by_name: string | null
  readonly state: 'in_force' | 'coming' | 'over' | 'revoked'
}

export interface FirmRow {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly contact_name: string
  readonly contact_phone: string
  readonly active: boolean
}

export type AlarmState = 'raised' | 'acknowledged' | 'handled' | 'closed'

export interface AlarmRow {
  readonly id: string
  readonly permit: string | null
  readonly number: string | null
  readonly kind: string
  readonly code: string | null
  readonly severity: 'red' | 'task'
  readonly owner: string
  /** What it is about, as a code: a condition, a sampling point, a person. */
  readonly subject: string
  readonly state: AlarmState
  readonly count: number
  readonly title: Text
  /** The condition it is about, or the name of whom it is about. */
  readonly about: Text | null
  readonly remedy: Text
  readonly at: Instant
  readonly last_at: Instant
  /** How often it rang again because nobody acknowledged it. */
  readonly rings: number
  readonly shelved_until: Instant | null
  /** For how long it may be shelved at the most; null: never. */
  readonly shelf_minutes: number | null
}

/** One whose next step is the reader's. */
export interface MyAlarm extends AlarmRow {
  readonly commands: readonly string[]
}

/** The place of the work that an alarm is about. */
export interface AlarmPlace {
  readonly area_id: string
  readonly area: string | null
  readonly point: string | null
  readonly lat: number | null
  readonly lon: number | null
  readonly frozen: boolean
}

/** One that calls the reader now; it calls again until somebody acknowledges it. */
export interface CallingAlarm extends MyAlarm {
  readonly called_at: Instant
  readonly place: AlarmPlace | null
}

/** Somebody at work in the area, `inside` a space or checked in. */
export interface Present {
  readonly id: string
  readonly name: string | null
  readonly inside: boolean
  readonly since: Instant | null
  readonly permit: string
  readonly number: string | null
  readonly point: string | null
  readonly duty: string
}

export interface Scene {
  readonly place: AlarmPlace | null
  readonly instrument: {
    readonly serial: string
    readonly name: string
    readonly point: string | null
    readonly person: string | null
  } | null
  /** Where the person or instrument was last known to be. */
  readonly fix: { readonly lat: number; readonly lon: number; readonly accuracy_m: number | null; readonly at: Instant } | null
  readonly people: readonly Present[]
}

export interface AlarmDetail extends AlarmRow {
  readonly scene?: Scene
  readonly commands: readonly string[]
  readonly owners: readonly Named[]
  readonly told: readonly Named[]
  readonly history: readonly {
    readonly type: string
    readonly at: Instant
    readonly note: string | null
    readonly by: Named
  }[]
}

/** What somebody did against the rules; while it `counts`, he gets no new work. */
export type Violation = components['schemas']['ViolationOut']
export type ViolationIn = components['schemas']['ViolationIn']
