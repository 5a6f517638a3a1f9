/** Isolations as the screens read them, and what each step asks of the person who takes it. */
import type { components } from '@/core/api'
import type { Text } from '@/core/text'
import type { Named } from '@/core/types'

type Shapes = components['schemas']
export type IsolationLine = Shapes['IsolationLine']
export type Isolation = Shapes['IsolationOut']
export type IsolationPoint = Shapes['IsolationPoint']
export type HungLock = Shapes['HungLock']
export type Reliance = Shapes['RelianceOut']
export type BlindRow = Shapes['BlindRow']
export type IsolationWords = Readonly<Record<string, Readonly<Record<string, Text>>>>

export type Ask =
  'tag' | 'readTag' | 'lock' | 'photo' | 'zero' | 'reason' | 'number' | 'lockKind' | 'lost' | 'people' | 'points' | 'permit'

/** What a step needs beside the point, lock or permit that it is taken on. */
export const ASKS: Readonly<Record<string, readonly Ask[]>> = {
  begin_blind: ['permit'],
  abandon_blind: ['reason'],
  apply_point: ['tag', 'lock', 'photo'],
  verify_point: ['readTag', 'zero', 'photo'],
  doubt_point: ['reason'],
  drop_point: [],
  remove_point: ['photo'],
  confirm_restored: ['photo'],
  hang_lock: ['number', 'lockKind'],
  take_lock_off: [],
  request_force: ['lost', 'reason'],
  confirm_force: ['reason'],
  release: [],
  count_out: ['people'],
  start_test: ['points', 'reason'],
  end_test: [],
  cancel_isolation: ['reason'],
}

/** A step about to be taken, on what, and how that is called. */
export interface Taking {
  readonly kind: string
  readonly on: string
  readonly target: Readonly<Record<string, unknown>>
  /** Whether the point takes a lock of its own. */
  readonly locked?: boolean
  /** Everybody whom a count must find outside, by name. */
  readonly crew?: readonly Named[]
}

export interface Filled {
  tag: string
  lock: string
  photo: string | null
  zero: boolean
  reason: string
  number: string
  lockKind: 'personal' | 'group' | null
  lost: 'lost' | 'away' | null
  /** Those of the crew who were seen outside. */
  out: string[]
  points: string[]
  permit: string | null
}

export const blank = (): Filled => ({
  tag: '',
  lock: '',
  photo: null,
  zero: false,
  reason: '',
  number: '',
  lockKind: null,
  lost: null,
  out: [],
  points: [],
  permit: null,
})

const LOCKED: ReadonlySet<string> = new Set(['valve', 'switch', 'mechanical', 'radiation'])

/** Whether a kind of point takes a lock of its own. */
export const isLocked = ({ kind }: Pick<IsolationPoint, 'kind'>): boolean => LOCKED.has(kind)

const given: Readonly<Record<Ask, (filled: Filled, taking: Taking) => boolean>> = {
  tag: ({ tag }) => tag.trim() !== '',
  readTag: ({ tag }) => tag.trim() !== '',
  lock: ({ lock }, { locked }) => locked !== true || lock.trim() !== '',
  photo: ({ photo }) => photo !== null,
  zero: () => true,
  reason: ({ reason }, { kind }) => kind === 'doubt_point' || reason.trim() !== '',
  number: ({ number }) => number.trim() !== '',
  lockKind: ({ lockKind }) => lockKind !== null,
  lost: ({ lost }) => lost !== null,
  people: ({ out }, { crew = [] }) => crew.length > 0 && crew.every(({ id }) => out.includes(id)),
  points: ({ points }) => points.length > 0,
  permit: () => true,
}

/** What is still to be filled in, in order. */
export function lacking(taking: Taking, filled: Filled): readonly Ask[] {
  return (ASKS[taking.kind] ?? []).filter((ask) => !given[ask](filled, taking))
}

const told: Readonly<Record<Ask, (filled: Filled) => Readonly<Record<string, unknown>>>> = {
  tag: ({ tag }) => ({ tag: tag.trim() }),
  readTag: ({ tag }) => ({ tag: tag.trim() }),
  lock: ({ lock }) => (lock.trim() === '' ? {} : { lock: lock.trim() }),
  photo: ({ photo }) => ({ photo }),
  zero: ({ zero }) => ({ zero_energy: zero }),
  reason: ({ reason }) => (reason.trim() === '' ? {} : { reason: reason.trim() }),
  number: ({ number }) => ({ number: number.trim() }),
  lockKind: ({ lockKind }) => ({ kind: lockKind }),
  lost: ({ lost }) => ({ lost: lost === 'lost' }),
  people: ({ out }) => ({ people: out.length }),
  points: ({ points }) => ({ points }),
  permit: ({ permit }) => (permit === null ? {} : { permit }),
}

/** The body of the command. */
export function bodyOf(taking: Taking, filled: Filled): Record<string, unknown> {
  const parts = (ASKS[taking.kind] ?? []).map((ask) => told[ask](filled))
  return Object.assign({}, taking.target, ...parts) as Record<string, unknown>
}
