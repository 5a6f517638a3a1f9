/** What the server tells, as the screens read it. Instants are RFC 3339 text. */
import type { Kind } from '@/core/envelope'
import type { Clearance, State } from '@/core/lifecycle'
import type { Field, FieldValue } from '@/core/template'
import type { Text } from '@/core/text'

export type Instant = string

export interface Named {
  readonly id: string
  /** Null when the register no longer knows it. */
  readonly name: string | null
}

export interface Session {
  readonly authenticated: boolean
  readonly company: { readonly id: string; readonly name: string; readonly simulated: boolean }
  readonly account?: {
    readonly id: string
    readonly username: string
    readonly roles: readonly string[]
    readonly language: 'zh' | 'en'
  } | null
  readonly person?: (Named & { readonly hr_code: string }) | null
  readonly posts?: readonly { readonly code: string; readonly name: string; readonly deputy: boolean }[]
  /** Rights by resource and verb, such as `people.write`. */
  readonly may?: readonly string[]
}

export interface DemoAccount {
  readonly username: string
  readonly name: string
  readonly roles: readonly string[]
}

export type Presence = 'inside' | 'outside' | 'unknown'
export type Paper = 'valid' | 'missing' | 'expired' | 'mismatch' | 'not_needed'

export interface Arrival {
  readonly at: Instant
  readonly on_site: Presence
  readonly distance_m: number | null
}

export interface Person extends Named {
  readonly duty: string
  /** `active`, or why the person may not work; null when the register does not know him. */
  readonly status: string | null
  readonly certificate: Paper
  readonly briefed: boolean
  readonly checked_in: Arrival | null
}

export interface Crew {
  readonly applicant: Person | null
  readonly responsible: Person | null
  readonly guardian: Person | null
  readonly briefer: Person | null
  readonly workers: readonly Person[]
  readonly analysts: readonly Person[]
  readonly confirmers: readonly Person[]
  /** Radius in metres within which a person counts as present. */
  readonly fence_m: number
}

export interface Place {
  readonly site: { readonly id: string }
  readonly area: Partial<Named> & {
    readonly id: string
    readonly code?: string
    readonly class?: string | null
    readonly ex_zone?: string | null
  }
  readonly point: Partial<Named> & { readonly id: string; readonly lat?: number | null; readonly lon?: number | null }
  readonly equipment?: (Named & { readonly code: string | null }) | null
}

export interface Lamp {
  readonly go: boolean
  readonly until: Instant | null
  /** The condition that lapses next or stands in the way; `validity` is the end of the permit itself. */
  readonly requirement: string | null
  readonly why: Text | null
}

export interface Condition {
  readonly requirement: string
  readonly clause: string
  readonly alarm: string | null
  readonly title: Text
  readonly outcome: 'met' | 'failed' | 'unknown' | 'not_applicable'
  readonly remedy: string | null
  readonly until: Instant | null
  readonly evidence: Readonly<Record<string, unknown>> | null
  readonly marks: readonly string[]
  readonly group?: string | null
}

export interface Item extends Text {
  readonly id: string
}

export interface Hazard extends Item {
  readonly controls: readonly Item[]
  readonly applies: boolean | null
  readonly by: Named | null
  readonly at: Instant | null
  readonly chosen: readonly string[]
}

export interface Measure extends Item {
  readonly clause: string
  readonly order: 'before_gas' | 'after_gas' | 'any'
  readonly photo_due: boolean
  readonly critical: boolean
  readonly values: readonly (Item & { readonly unit?: string | null })[]
  readonly applies: boolean | null
  readonly by: Named | null
  readonly at: Instant | null
  readonly photo: string | null
  readonly given: Readonly<Record<string, string>>
}

export type Verdict = 'pass' | 'fail' | 'unknown'

export interface Reading {
  readonly point: string
  readonly substance: string
  /** The decimal as it was read off the display. */
  readonly value: string
  readonly unit: string
  readonly sampled_at: Instant
  readonly verdict: Verdict
  /** Code of why it does not pass. */
  readonly reason?: string | null
  readonly limit?: string | null
  readonly limit_unit?: string | null
}

export interface Round {
  readonly id: string
  readonly by: Named | null
  readonly recorded_at: Instant
  readonly verdict: Verdict
  readonly complete: boolean
  readonly sampled_at: Instant | null
  readonly points: Readonly<Record<string, Verdict>>
  readonly readings: readonly Reading[]
}

/** What must be measured at every point. */
export interface Demand {
  readonly substance: string
  readonly quality: 'combustible' | 'toxic' | 'oxygen'
  readonly name: Text
  readonly unit: string
  readonly low?: string | null
  readonly high?: string | null
}

export interface GasPlan {
  readonly points: readonly string[]
  readonly demands: readonly Demand[]
}

export interface Stage {
  readonly id: string
  readonly title: Text
  readonly posts: readonly { readonly code: string; readonly holders: readonly (Named | null)[] }[]
  readonly mode: 'any' | 'all'
  readonly on_site: boolean
  readonly radius_m: number
  readonly due: Instant | null
  readonly current: boolean
  readonly signed: readonly { readonly person: Named | null; readonly at: Instant }[]
}

/** What an approver confirms one by one, with what is known of it now. */
export interface Critical {
  readonly id: string
  readonly title: Text
  readonly outcome: Condition['outcome'] | null
  readonly evidence: Readonly<Record<string, unknown>> | null
  readonly photo?: string | null
}

export interface Cause {
  readonly id: string
  readonly kind: string
  readonly title: Text
  readonly detail: Text | string | null
  readonly by: Named | null
  readonly at: Instant
  /** Duties that may close it; empty = only resuming does. */
  readonly closed_by: readonly string[]
  readonly needs: readonly string[]
  readonly mine: boolean
}

export interface Pause {
  readonly decided_at: Instant
  readonly began_at: Instant
  readonly received_at: Instant | null
  readonly confirmed_at: Instant | null
  readonly by_gas: boolean
}

/** Other special works of the same job: the types needed, those without a living permit, the permits, the choices. */
export interface Linked {
  readonly needed: readonly string[]
  readonly lacking: readonly string[]
  readonly permits: readonly PermitRow[]
  readonly choices: readonly PermitRow[]
}

export interface Permit {
  readonly id: string
  readonly number: string | null
  readonly version: number
  readonly type: string
  readonly title: Text
  readonly level: string
  /** From the strictest to the mildest; empty for a type without levels. */
  readonly levels: readonly string[]
  readonly minimum_level: string | null
  readonly requested_level: string | null
  readonly state: State
  readonly clearance: Clearance
  readonly end_reason: string | null
  readonly ended_at: Instant | null
  readonly started_at: Instant | null
  readonly window: { readonly from: Instant; readonly to: Instant }
  readonly place: Place
  readonly work: Readonly<Record<string, FieldValue>>
  readonly fields: readonly Field[]
  readonly content: string | null
  readonly remark: string | null
  readonly photos: readonly string[]
  readonly photo_duties: readonly (Text & { readonly purpose: string; readonly state: State })[]
  readonly lamp: Lamp
  readonly crew: Crew
  readonly mine: {
    readonly duties: readonly string[]
    readonly commands: readonly Kind[]
    readonly tasks: readonly { readonly command: Kind; readonly due: Instant | null }[]
  }
  readonly missing: readonly Condition[]
  readonly requirements: readonly Condition[]
  readonly hazards: readonly Hazard[]
  readonly measures: readonly Measure[]
  readonly gas: { readonly plan: GasPlan | null; readonly rounds: readonly Round[] }
  readonly briefing: {
    readonly items: readonly Item[]
    readonly by: Named | null
    readonly at: Instant | null
    readonly due: readonly Named[]
    readonly signed: Readonly<Record<string, Instant>>
  }
  readonly stages: readonly Stage[]
  readonly critical: readonly Critical[]
  readonly ticket: Arrival | null
  readonly five_checks: { readonly at: Instant | null; readonly ok: boolean }
  readonly five_check_items: readonly Item[]
  readonly guard_round_at: Instant | null
  /** When the guardian stood by; null when he has to do so anew. */
  readonly stood_by_at: Instant | null
  readonly pause: Pause | null
  readonly causes: readonly Cause[]
  readonly register: { readonly people: readonly Named[]; readonly tools: readonly string[] }
  readonly fire: {
    readonly finished_at: Instant | null
    readonly checked_at: Instant | null
    readonly clear: boolean
    readonly watch_until: Instant | null
  }
  readonly rectifications: readonly { readonly id: string; readonly due: Instant; readonly done_at: Instant | null }[]
  readonly acceptance: readonly (Item & { readonly photo: boolean })[]
  readonly clearance_items?: readonly Item[]
  /** Duty → the person to whom it was offered. */
  readonly offers: Readonly<Record<string, string>>
  readonly qr: { readonly token: string | null }
  readonly alarms: readonly AlarmLine[]
  /** Permits that may be named while the place is not clear and nobody is inside. */
  readonly hand_over_to: readonly PermitRow[]
  readonly linked: Linked
  readonly simulated: boolean
  readonly server_time: Instant
  readonly lease_s: number
  readonly system?: { readonly clock_ok: boolean }
}

/** Open alarms of the same words are one line: as unseen as the least seen of them, from the first to the last. */
export interface AlarmLine {
  readonly ids: readonly string[]
  readonly code: string | null
  readonly kind: string
  readonly title: Text
  /** The conditions they are about. */
  readonly about: readonly Text[]
  readonly at: Instant
  readonly last_at: Instant
  readonly state: 'raised' | 'acknowledged' | 'handled'
}

/** A permit in a list. */
export interface PermitRow {
  readonly id: string
  readonly number: string | null
  readonly version: number
  readonly type: string
  readonly level: string
  readonly state: State
  readonly clearance: Clearance
  readonly content: string | null
  readonly area: Named | null
  readonly point: Named | null
  readonly window: { readonly from: Instant; readonly to: Instant }
  readonly responsible: Partial<Named> | null
  readonly guardian: Partial<Named> | null
  readonly lapses_at: Instant | null
  readonly not_confirmed: boolean
  readonly causes: readonly string[]
  readonly changed_at: Instant
}

export interface Task {
  readonly permit: PermitRow
  readonly command: Kind
  readonly title: Text
  readonly due: Instant | null
  readonly why?: Text | null
}

export interface TimelineRow {
  readonly seq: number
  readonly type: string
  readonly title: Text
  readonly at: Instant | null
  readonly occurred_at: Instant
  readonly recorded_at: Instant
  readonly by: Partial<Named> | null
  readonly data: Readonly<Record<string, unknown>>
  readonly names: Readonly<Record<string, string>>
  readonly private: Readonly<Record<string, string>>
  readonly hash: string
}

export interface Contact {
  readonly server_time: Instant
  readonly version: number
  readonly state: State
  readonly lamp: Lamp
  readonly lease_s?: number
  readonly system?: { readonly clock_ok: boolean }
}

export interface Notice {
  readonly id: string
  readonly kind: string
  readonly title: Text
  readonly permit: string | null
  readonly at: Instant
  readonly read_at: Instant | null
}
