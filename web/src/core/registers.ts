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
