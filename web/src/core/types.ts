/** What the server tells, as the screens read it. Instants are RFC 3339 text. */
import type { Kind, Position } from '@/core/envelope'
import type { Clearance, State } from '@/core/lifecycle'
import type { FieldValue } from '@/core/template'
import type { Text } from '@/core/text'

export type Instant = string

export interface Named {
  readonly id: string
  readonly name: string
}

export interface Session {
  readonly authenticated: boolean
  readonly account: {
    readonly id: string
    readonly username: string
    readonly roles: string[]
    readonly language: string
  } | null
  readonly person: Named | null
  readonly posts: readonly { readonly code: string; readonly area: string | null }[]
  readonly company: { readonly id: string; readonly name: string; readonly simulated: boolean }
  readonly server_time: Instant
  readonly csrf_token?: string
}

export interface DemoAccount {
  readonly username: string
  readonly name: string
  readonly roles: readonly string[]
  readonly posts?: readonly (Text | string)[]
  readonly firm?: string | null
}

export interface DemoAccounts {
  readonly password: string | null
  readonly accounts: readonly DemoAccount[]
}

export type Presence = 'inside' | 'outside' | 'unknown'
export type Paper = 'valid' | 'missing' | 'expired' | 'mismatch' | 'not_needed'

export interface Person extends Named {
  readonly firm: string | null
  readonly checked_in: Instant | boolean | null
  readonly on_site: Presence | null
  readonly briefed: boolean
  readonly certificate: Paper | null
}

export interface Crew {
  readonly applicant: Person | null
  readonly responsible: Person | null
  readonly guardian: Person | null
  readonly briefer: Person | null
  readonly workers: readonly Person[]
  readonly analysts: readonly Person[]
  readonly confirmers: readonly Person[]
}

export interface Point extends Named {
  readonly code: string
  readonly lat: number | null
  readonly lon: number | null
  readonly fence_m: number | null
}

export interface Place {
  readonly site: Named
  readonly area: Named & { readonly code: string; readonly class: string | null; readonly ex_zone: string | null }
  readonly point: Point
  readonly equipment: (Named & { readonly code: string }) | null
}

export interface Lamp {
  readonly go: boolean
  readonly until: Instant | null
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
  readonly evidence: Readonly<Record<string, unknown>>
  readonly marks: readonly string[]
  readonly group?: string | null
}

export interface Item extends Text {
  readonly id: string
}

export interface Hazard extends Item {
  readonly controls: readonly Item[]
  readonly applies: boolean | null
  readonly by: Named | string | null
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

export interface Amount {
  readonly value: string
  readonly unit: string
}

export interface Reading {
  readonly point: string
  readonly substance: string
  readonly value: string | Amount
  readonly unit?: string
  readonly sampled_at: Instant
  readonly verdict: Verdict
  readonly reason?: Text | string | null
  readonly limit?: string | null
  readonly limit_unit?: string | null
}

export interface Round {
  readonly id: string
  readonly at: Instant
  readonly by: Named | null
  readonly verdict: Verdict
  readonly complete: boolean
  readonly sampled_at: Instant | null
  readonly readings: readonly Reading[]
}

export interface Limit extends Text {
  readonly low?: string | null
  readonly high?: string | null
  readonly unit?: string | null
}

export interface Substance extends Text {
  readonly code: string
  readonly unit: string
  readonly limit: Limit | null
}

export interface GasPlan {
  readonly points: readonly Item[]
  readonly substances: readonly Substance[]
  readonly record_every_s: number | null
}

export interface Stage {
  readonly id: string
  readonly title: Text
  readonly posts: readonly (Text & { readonly code: string; readonly holders: readonly Named[] })[]
  readonly mode: 'any' | 'all'
  readonly on_site: boolean
  readonly radius_m: number | null
  readonly due: Instant | null
  readonly signed_by: readonly { readonly person: Named; readonly at: Instant }[]
  readonly current: boolean
}

export interface Cause extends Text {
  readonly id: string
  readonly kind: string
  readonly at: Instant
  readonly by: Named | null
  readonly detail: Text | string | null
  readonly mine: boolean
  readonly who?: Text | null
  readonly needs?: readonly Text[]
}

export interface Pause {
  readonly decided_at: Instant
  readonly began_at: Instant
  readonly received_at: Instant | null
  readonly confirmed_at: Instant | null
  readonly by_gas: boolean
}

export interface Permit {
  readonly id: string
  readonly number: string | null
  readonly version: number
  readonly type: string
  readonly level: string
  readonly minimum_level: string | null
  readonly requested_level: string | null
  readonly state: State
  readonly clearance: Clearance
  readonly state_title: Text
  readonly place: Place
  readonly window: { readonly from: Instant; readonly to: Instant }
  readonly work: Readonly<Record<string, FieldValue>>
  readonly content: string | null
  readonly remark: string | null
  readonly contractor: Named | null
  readonly simulated: boolean
  readonly lamp: Lamp
  readonly crew: Crew
  readonly mine: { readonly duties: readonly string[]; readonly commands: readonly Kind[] }
  readonly missing: readonly Condition[]
  readonly requirements: readonly Condition[]
  readonly hazards: readonly Hazard[]
  readonly measures: readonly Measure[]
  readonly gas: { readonly plan: GasPlan | null; readonly rounds: readonly Round[] }
  readonly briefing: {
    readonly items: readonly Item[]
    readonly given_at: Instant | null
    readonly by: Named | null
    readonly signed: readonly { readonly person: Named; readonly at: Instant }[]
  }
  readonly stages: readonly Stage[]
  readonly critical: readonly {
    readonly id: string
    readonly title: Text
    readonly evidence: unknown
    readonly outcome?: Condition['outcome']
  }[]
  readonly ticket: { readonly verified: boolean; readonly at: Instant | null }
  readonly five_checks: { readonly at: Instant | null; readonly ok: boolean }
  readonly pause: Pause | null
  readonly causes: readonly Cause[]
  readonly register: { readonly people: readonly Named[]; readonly tools: readonly string[] }
  readonly fire: {
    readonly finished_at: Instant | null
    readonly checked_at: Instant | null
    readonly clear: boolean
    readonly watch_until: Instant | null
  }
  readonly rectifications: readonly {
    readonly id: string
    readonly text: string | null
    readonly due: Instant
    readonly done_at: Instant | null
  }[]
  readonly acceptance: readonly (Item & { readonly photo: boolean })[]
  readonly clearance_items: readonly Item[]
  readonly photos: readonly { readonly sha256: string; readonly url: string; readonly purpose: string }[]
  readonly shift: {
    readonly ends_at: Instant | null
    readonly overdue: boolean
    readonly signed: boolean | readonly string[]
  }
  readonly offers: Readonly<Record<string, string>>
  readonly qr: { readonly token: string | null; readonly url: string | null }
  readonly alarms: readonly Alarm[]
  readonly server_time: Instant
  readonly lease_s: number
}

export interface Alarm {
  readonly id: string
  readonly code: string | null
  readonly kind: string
  readonly title: Text
  readonly at: Instant
  readonly state: string
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
  readonly content?: string | null
  readonly title?: string | Text | null
  readonly area: Named | null
  readonly point: Named | null
  readonly window: { readonly from: Instant; readonly to: Instant }
  readonly responsible: { readonly name: string } | null
  readonly guardian: { readonly name: string } | null
  readonly lamp: { readonly go: boolean; readonly until: Instant | null }
  readonly not_confirmed: boolean
  readonly causes: readonly string[]
  readonly contractor: Named | string | null
}

export interface Task {
  readonly permit: {
    readonly id: string
    readonly number: string | null
    readonly type: string
    readonly level: string
    readonly state: State
    readonly area: Named | string | null
    readonly point: Named | string | null
  }
  readonly task: string
  readonly title: Text
  readonly due: Instant | null
  readonly why: Text | null
  readonly command: Kind | null
}

export interface TimelineRow {
  readonly seq: number
  readonly type: string
  readonly title: Text
  readonly at: Instant
  readonly recorded_at: Instant
  readonly by: Named | null
  readonly clock: string
  readonly details: Readonly<Record<string, unknown>>
  readonly private: Readonly<Record<string, string>>
  readonly hash: string
}

export interface Contact {
  readonly server_time: Instant
  readonly version: number
  readonly state: State
  readonly lamp: Lamp
}

export interface Notice {
  readonly id: string
  readonly kind: string
  readonly title: Text
  readonly permit: string | null
  readonly at: Instant
  readonly read_at: Instant | null
}

export type { Position }
