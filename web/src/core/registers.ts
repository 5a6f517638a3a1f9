/** Rows of the registers and what the server proposes from them. */
import type { FieldValue } from '@/core/template'
import type { Instant, Named, PermitRow } from '@/core/types'

export interface Proposal {
  readonly level: string | null
  readonly work: Readonly<Record<string, FieldValue>>
  readonly crew: {
    readonly responsible?: Named | null
    readonly guardian?: Named | null
    readonly briefer?: Named | null
    readonly workers?: readonly Named[]
    readonly analysts?: readonly Named[]
    readonly confirmers?: readonly Named[]
  }
  readonly window: { readonly from: Instant; readonly to: Instant } | null
  readonly content: string | null
  readonly from: string | null
}

export interface PointRow extends Named {
  readonly code: string
  readonly site: Named | string
  readonly area: Named
  readonly equipment?: (Named & { readonly code?: string }) | null
  readonly lat?: number | null
  readonly lon?: number | null
  readonly fence_m?: number | null
}

export interface PersonRow extends Named {
  readonly firm?: Named | string | null
  readonly status?: string
}

export interface Scanned {
  readonly permit?: { readonly id: string } | string | null
  readonly point?: PointRow | null
  readonly permits?: readonly PermitRow[]
}
