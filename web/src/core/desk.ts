/** Commands without position or handwriting, to any stream, as they are given at a desk. Spelled once, like every envelope. */

import type { Position } from '@/core/envelope'

export const DESK = 'console/0.1.0'

export interface DeskCommand {
  readonly id: string
  readonly company: string
  readonly stream:
    | `permit/${string}`
    | `area/${string}`
    | `alarm/${string}`
    | `delegation/${string}`
    | `isolation/${string}`
    | `instrument/${string}`
    | `scheme/${string}`
    | `device/${string}`
    | `outage/${string}`
    | `block/${string}`
    | `account/${string}`
    | `hold/${string}`
    | `erasure/${string}`
    | `actuation/${string}`
    | `gate/${string}`
    | `retention/${string}`
    | `emergency/${string}`
    | `person/${string}`
  readonly kind: string
  readonly body: Readonly<Record<string, unknown>>
  readonly occurredAt: Date
  /** The version it was decided on, where the stream asks for it. */
  readonly baseVersion?: number
  /** Where it was given, where a phone knows it. */
  readonly position?: Position | null
  /** Token of a fresh proof of identity, bound to this command's id. */
  readonly reauth?: string
}

/** The exact text of the envelope; a phone gives its own name. */
export function composeAtDesk(command: DeskCommand, app = DESK): string {
  return JSON.stringify({
    v: 1,
    id: command.id,
    company: command.company,
    stream: command.stream,
    kind: command.kind,
    base_version: command.baseVersion ?? null,
    body: command.body,
    occurred_at: command.occurredAt.toISOString(),
    device: null,
    seq: null,
    prev: null,
    app,
    basis: null,
    ...(command.position ? { position: command.position } : {}),
    ...(command.reauth === undefined ? {} : { reauth: command.reauth }),
  })
}
