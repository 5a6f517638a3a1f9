/** Which registers are entered from a picture, and what a picture may write into their forms by itself. */
import type { Register } from '@/core/recordForms'
import type { Typed } from '@/core/recordTyping'
import type { Kind, Scan } from '@/sync/scans'

interface Scanned {
  readonly document: Kind
  /** What is known of every such document. */
  readonly always: Typed
  /** The field that keeps the picture. */
  readonly keeps?: string
}

const BY_REGISTER: Partial<Record<Register, Scanned>> = {
  certificates: { document: 'special_operation', always: { kind: 'special_operation' }, keeps: 'scan' },
  people: { document: 'identity', always: {} },
}

export const scannedOf = (register: Register): Scanned | null => BY_REGISTER[register] ?? null

/** What a scan fills in: only what nobody typed, and only what nothing speaks against. */
export function filled(scanned: Scanned, scan: Scan, typed: Typed): Typed {
  const sure = scan.fields.filter(({ value, doubts }) => value !== null && doubts.length === 0)
  const told = { ...scanned.always, ...Object.fromEntries(sure.map(({ name, value }) => [name, value ?? ''])) }
  return Object.fromEntries(Object.entries(told).filter(([name]) => name in typed && typed[name] === ''))
}
