/** Printed sheets of a permit and how each stands (J5). The words come with it from the server. */
import type { components } from '@/core/api'
import type { Standing } from '@/core/lease'
import type { Named, Permit } from '@/core/types'

export type PaperSheet = components['schemas']['SheetOut']

/** One line that was entered from a sheet. */
export type PaperEntry = components['schemas']['EntryOut']

/** A reading as it stands on the sheet: its value, or the words that are none. */
export function written({ value, words }: PaperEntry['readings'][number]): string {
  return value === null ? `“${words ?? ''}”` : `${value.value} ${value.unit}`
}

/** Nobody checks what he wrote or entered himself, and who found that it is not so does not decide it. */
export const mayCheck = (entry: Pick<PaperEntry, 'by' | 'wrote' | 'agrees' | 'checked_by' | 'open'>, me: string | null): boolean =>
  me !== null && entry.open && entry.by.id !== me && entry.wrote.id !== me && (entry.agrees !== false || entry.checked_by?.id !== me)

/** What is answered of an entry: whether it stands on the sheet and, of a way in without a name, whose it was. */
export interface Checked {
  readonly agrees: boolean
  readonly person?: string
  readonly counted?: true
}

/** Who a way in without a name may have been: those who work there, each once. */
export function whoWentIn({ crew }: Pick<Permit, 'crew'>): readonly Named[] {
  const found = [...crew.workers, ...(crew.responsible ? [crew.responsible] : [])].map(({ id, name }) => ({ id, name }))
  return found.filter(({ id }, at) => found.findIndex((one) => one.id === id) === at)
}

/** How a sheet stands whose number nobody printed, or that is a copy for reading. */
export type Held = PaperSheet | 'unknown' | 'copy'

/** An answer about sheets, and of which version of the permit it was. */
export interface Told {
  readonly sheets: readonly PaperSheet[]
  readonly version: number
}

/** What is known of the paper now: only while the server confirms the permit, and of the version it confirms.
    Null: nobody knows (S17). */
export function knownOf(told: Told | null, n: number, version: number, standing: Standing): Held | null {
  return told === null || told.version !== version || standing !== 'confirmed' ? null : held(told.sheets, n)
}

/** What is held in the hand: number 0 is the mark of a copy for reading. */
export function held(sheets: readonly PaperSheet[], n: number): Held {
  if (n === 0) return 'copy'
  return sheets.find(({ sheet }) => sheet === n) ?? 'unknown'
}
