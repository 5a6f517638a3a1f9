/** Rows of the registers and what the server proposes from them. */
import type { FieldValue } from '@/core/template'
import type { Instant, Named, PermitRow } from '@/core/types'

/** People by id; their names stand in the register. */
export interface ProposedCrew {
  readonly responsible?: string | null
  readonly guardian?: string | null
  readonly briefer?: string | null
  readonly workers?: readonly string[]
  readonly analysts?: readonly string[]
  readonly confirmers?: readonly string[]
}

export interface Proposal {
  readonly place: { readonly site: string; readonly area: string; readonly point: string; readonly equipment?: string }
  readonly place_name: { readonly area: string; readonly point: string }
  readonly window: { readonly from: Instant; readonly to: Instant }
  readonly work: Readonly<Record<string, FieldValue>>
  readonly crew: ProposedCrew
  readonly content: string | null
  /** Number of the permit it was taken from. */
  readonly from: string | null
  /** What the permit may stand on, the closest first. */
  readonly plans: readonly PlanOffered[]
  readonly plan_required: boolean
  /** The last permits at the point; only their content may be taken over. */
  readonly earlier: readonly EarlierPermit[]
}

/** An approved booking of the place, or an open plan or work order. */
export interface PlanOffered {
  readonly kind: 'booking' | 'order'
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly templates: readonly string[] | null
  readonly starts_at: Instant | null
  readonly ends_at: Instant | null
}

export interface EarlierPermit {
  readonly id: string
  readonly number: string | null
  readonly template: string
  readonly state: string
  readonly content: string
  readonly window: { readonly from: Instant; readonly to: Instant }
  readonly responsible: string | null
}

/** Work asked for ahead of its day. */
export interface Booking {
  readonly id: string
  readonly state: 'asked' | 'approved' | 'refused' | 'withdrawn'
  readonly area_id: string
  readonly area: string
  readonly point_id: string
  readonly point: string
  readonly order_number: string | null
  readonly applicant_unit: string
  readonly work_unit: string
  readonly content: string
  readonly templates: readonly string[]
  readonly level: string
  readonly starts_at: Instant
  readonly ends_at: Instant
  readonly urgent: boolean
  readonly reason: string
  readonly booked_by_name: string | null
  readonly decided_by_name: string | null
  readonly note: string
  readonly mine: boolean
  readonly may_decide: boolean
}

export interface AreaRow extends Named {
  readonly site_id: string
  readonly code: string
}

export interface PointRow extends Named {
  readonly area_id: string
  readonly equipment_id: string | null
  readonly code: string
  readonly lat: number | null
  readonly lon: number | null
}

export interface PersonRow extends Named {
  readonly hr_code: string
  readonly trade: string
  readonly status: string
  /** Only where one person is asked for. */
  readonly certificates?: readonly Certificate[]
}

export interface ScannedPoint extends Named {
  readonly area: string
  readonly area_id: string
  readonly site_id: string
}

/** A permit's own code, or a work point with the open permits there. */
export type Scanned =
  | { readonly permit: string }
  | {
      readonly point: ScannedPoint
      readonly permits: readonly Pick<PermitRow, 'id' | 'number' | 'type' | 'level' | 'state' | 'clearance'>[]
    }

export interface Certificate {
  readonly id: string
  readonly kind: string
  readonly item: string
  /** A day, the last one included. */
  readonly valid_to: string | null
}
