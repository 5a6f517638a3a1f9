/** Envelope v1: a command spelled once; exactly this text is kept, sent, sent again, and hashed by the server. */
import type { PermitCommands } from '@/core/commands'

export type Kind = keyof PermitCommands

export interface Position {
  readonly lat: number
  readonly lon: number
  readonly accuracy_m: number
}

/** The place of an envelope in the chain of the phone that signs it. */
export interface Link {
  readonly device: string
  readonly seq: number
  /** SHA-256 (hex) of the envelope before it. */
  readonly prev: string
}

export interface Command<K extends Kind = Kind> {
  readonly id: string
  readonly company: string
  readonly permit: string
  readonly kind: K
  readonly body: PermitCommands[K]
  /** The version the person saw; null where the command holds whatever happened meanwhile. */
  readonly baseVersion: number | null
  readonly occurredAt: Date
  /** Quality of the clock behind `occurredAt`; null leaves the instant to the server's own clock. */
  readonly clock: 'device_synced' | 'device_free' | null
  readonly position: Position | null
  /** Token of a fresh proof of identity, bound to this command's id. */
  readonly reauth: string | null
  /** Absent where nothing is signed by a phone. */
  readonly link?: Link
}

/** A sheet of a declared outage by which somebody works: what is found is told whenever the phone can (S18). */
export interface FoundSheet extends Omit<Command, 'permit' | 'kind' | 'body'> {
  readonly permit: ''
  readonly stream: `block/${string}`
  readonly kind: 'register_sheet'
  readonly body: Readonly<Record<string, unknown>>
}

/** What a phone may write down and send later. */
export type Written = Command | FoundSheet

export const APP = 'm/0.1.0'

/** Kinds that are refused when somebody else changed the permit meanwhile, so they must name what was seen. */
const BOUND: ReadonlySet<Kind> = new Set(['draft', 'amend', 'submit', 'sign_stage', 'accept', 'confirm_clear'])

/** The version to send: 0 makes a permit, null lets the command stand on any version. */
export function baseVersion(kind: Kind, seen: number): number | null {
  if (kind === 'draft') return 0
  return BOUND.has(kind) ? seen : null
}

const streamOf = (command: Written): string => ('stream' in command ? command.stream : `permit/${command.permit}`)

/** The exact text of the envelope. */
export function compose(command: Written): string {
  return JSON.stringify({
    v: 1,
    id: command.id,
    company: command.company,
    stream: streamOf(command),
    kind: command.kind,
    base_version: command.baseVersion,
    body: command.body,
    occurred_at: command.occurredAt.toISOString(),
    ...(command.clock === null ? {} : { clock: command.clock }),
    device: command.link?.device ?? null,
    seq: command.link?.seq ?? null,
    prev: command.link?.prev ?? null,
    app: APP,
    basis: null,
    ...(command.position === null ? {} : { position: command.position }),
    ...(command.reauth === null ? {} : { reauth: command.reauth }),
  })
}
