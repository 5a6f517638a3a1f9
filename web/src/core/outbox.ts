/** The queue of one phone: what is sent next, what an answer makes of a row, and whether a receipt is one. */
import type { Kind } from '@/core/envelope'
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
  readonly permit: string
  readonly kind: Kind
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
  STOPPING.has(kind) || (bad === true && !(state === 'held' && problem?.code === 'chain_gap'))

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

/** The row after an answer. `proven`: its receipt fits and the server signed it. */
export function judged(row: Row, { verdict, problem, receipt }: Result, proven: boolean): Row {
  if (verdict === 'held' || verdict === 'too_new') return { ...row, state: verdict, problem }
  if (receipt !== null && proven) return { ...row, state: verdict, problem, receipt }
  // An answer without proof is no answer: what was taken is asked for again, what was not is for people to see.
  return verdict === 'accepted' || receipt !== null ? { ...row, state: 'pending' } : { ...row, state: 'stuck', problem }
}
