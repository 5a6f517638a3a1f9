/** The queue of one phone: what is sent next, what an answer makes of a row, and whether a receipt is one. */
import type { Kind, Written } from '@/core/envelope'
import { STOPPING } from '@/core/lifecycle'
import type { Problem } from '@/core/problem'

/** `stuck`: refused without a receipt; the row stays and the person is told. */
export type RowState = 'pending' | 'sending' | 'held' | 'too_new' | 'accepted' | 'refused' | 'stuck'

export interface Receipt {
  readonly text: string
  readonly signature: string
}

/** A command in the exact words in which it was signed. */
export interface Row {
  readonly id: string
  /** Empty for a sheet of a declared outage. */
  readonly permit: string
  readonly kind: Written['kind']
  readonly bytes: string
  /** The phone's milliseconds when it was given. */
  readonly at: number
  /** Null on a phone that is not enrolled: then it goes with the login alone. */
  readonly signed: {
    readonly device: string
    readonly seq: number
    readonly sha256: string
    readonly signature: string
  } | null
  readonly state: RowState
  readonly problem: Problem | null
  readonly receipt: Receipt | null
  /** It says that something is wrong, as far as the phone can tell: it waits for no photo, not even its own. */
  readonly bad?: boolean
  /** The version of the permit when the server judged it: what was read before knows nothing of that. */
  readonly version?: number
  /** It was refused while no page was open: whoever relied on it is told when he opens one. */
  readonly untold?: boolean
}

/** What the server says of one row. `problem` is already read. */
export interface Result {
  readonly id: string
  readonly verdict: 'accepted' | 'refused' | 'held' | 'too_new'
  readonly problem: Problem | null
  readonly receipt: Receipt | null
}

const FINAL: ReadonlySet<RowState> = new Set<RowState>(['accepted', 'refused'])

/** It is not with the server, as far as the phone can prove. */
export const isOpen = ({ state }: Row): boolean => !FINAL.has(state)
/** It is sent by itself as soon as that is possible. */
export const isWaiting = (row: Row): boolean => isOpen(row) && row.state !== 'stuck'

/** It goes ahead of everything: what stops, and bad news. What the server told to wait its turn, because it found
    nothing wrong in it, does so. */
export const isUrgent = ({ kind, bad, state, problem }: Row): boolean =>
  STOPPING.has(kind as Kind) || (bad === true && !(state === 'held' && problem?.code === 'chain_gap'))

/** What arrived is kept so long and so much of it, without its photos: a server that was set back to an older copy asks
    for it again (j). */
export const KEPT = { days: 14, rows: 2_000, characters: 20_000_000 } as const

/** The arrived rows that go: too old, or too much behind the newest. What is not delivered never goes. */
export function outlived(rows: readonly Row[], now: number, { days, rows: most, characters }: Limits = KEPT): readonly Row[] {
  let size = 0
  return rows
    .filter((row) => !isOpen(row))
    .sort((a, b) => b.at - a.at)
    .filter((row, place) => {
      size += row.bytes.length
      return now - row.at > days * 86_400_000 || place >= most || size > characters
    })
}

interface Limits {
  readonly days: number
  readonly rows: number
  readonly characters: number
}

/** The rows that the server does not have though it once had: those of this phone behind the end of the chain it knows,
    as soon as the first of them is one that had arrived. One that never arrived is on its way anyhow. */
export function lostBehind(rows: readonly Row[], device: string, seq: number): readonly Row[] {
  const behind = rows.filter(({ signed }) => signed?.device === device && signed.seq > seq)
  if (!behind.some((row) => row.signed?.seq === seq + 1 && !isOpen(row))) return []
  return behind.filter((row) => !isOpen(row)).map((row) => ({ ...row, state: 'pending', problem: null, receipt: null }))
}

const MOST = 50
const MOST_CHARACTERS = 1_000_000

const bySeq = (a: Row, b: Row): number => (a.signed?.seq ?? 0) - (b.signed?.seq ?? 0)

/** As much of the rows, in their order, as fits into one request. */
function fitting(rows: readonly Row[]): readonly Row[] {
  let size = 0
  return rows.slice(0, MOST).filter(({ bytes }, at) => {
    size += bytes.length
    return at === 0 || size <= MOST_CHARACTERS
  })
}

/** The signed rows that go next, in the order of the chain. A row whose photo is not there yet holds back those
    behind it, but never what stops nor bad news: that goes at once, however long the queue is, its own photo after it. */
export function nextBatch(rows: readonly Row[], lacksPhoto: (row: Row) => boolean): readonly Row[] {
  const waiting = rows.filter((row) => row.signed !== null && isWaiting(row)).sort(bySeq)
  const gap = waiting.findIndex(lacksPhoto)
  const ready = fitting(gap < 0 ? waiting : waiting.slice(0, gap))
  const urgent = waiting.slice(ready.length).filter(isUrgent)
  return urgent.length > 0 ? fitting(urgent) : ready
}

/** What goes beside a queue that is busy with something long. */
export const urgentBatch = (rows: readonly Row[]): readonly Row[] =>
  fitting(rows.filter((row) => row.signed !== null && isWaiting(row) && isUrgent(row)).sort(bySeq))

/** Whether the receipt answers exactly this row with this verdict; its signature is checked elsewhere. */
export function fits(receipt: Receipt, row: Row, verdict: Result['verdict']): boolean {
  try {
    const told = JSON.parse(receipt.text) as Readonly<Record<string, unknown>>
    const { device, seq, sha256 } = row.signed ?? {}
    const wanted: Readonly<Record<string, unknown>> = { v: 1, device, seq, command: row.id, sha256, verdict }
    return Object.entries(wanted).every(([name, value]) => told[name] === value)
  } catch {
    return false
  }
}

/** The version that a receipt tells of; 0 where there is none. */
function versionIn({ text }: Receipt): number {
  const { version } = JSON.parse(text) as { readonly version?: unknown }
  return typeof version === 'number' ? version : 0
}

/** The row after an answer. `proven`: its receipt fits and the server signed it. */
export function judged(row: Row, { verdict, problem, receipt }: Result, proven: boolean): Row {
  if (verdict === 'held' || verdict === 'too_new') return { ...row, state: verdict, problem }
  if (receipt !== null && proven) return { ...row, state: verdict, problem, receipt, version: versionIn(receipt) }
  // An answer without proof is no answer: what was taken is asked for again, what was not is for people to see.
  return verdict === 'accepted' || receipt !== null ? { ...row, state: 'pending' } : { ...row, state: 'stuck', problem }
}
