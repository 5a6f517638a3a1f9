/** Printed sheets of a permit and how each stands (J5). The words come with it from the server. */
import type { components } from '@/core/api'

export type PaperSheet = components['schemas']['SheetOut']

/** One line that was entered from a sheet. */
export type PaperEntry = components['schemas']['EntryOut']

/** A reading as it stands on the sheet: its value, or the words that are none. */
export function written({ value, words }: PaperEntry['readings'][number]): string {
  return value === null ? `“${words ?? ''}”` : `${value.value} ${value.unit}`
}

/** Nobody checks what he wrote or entered himself. */
export const mayCheck = (entry: Pick<PaperEntry, 'by' | 'wrote' | 'agrees'>, me: string | null): boolean =>
  me !== null && entry.agrees === null && entry.by.id !== me && entry.wrote.id !== me

/** How a sheet stands whose number nobody printed, or that is a copy for reading. */
export type Held = PaperSheet | 'unknown' | 'copy'

/** What is held in the hand: number 0 is the mark of a copy for reading. */
export function held(sheets: readonly PaperSheet[], n: number): Held {
  if (n === 0) return 'copy'
  return sheets.find(({ sheet }) => sheet === n) ?? 'unknown'
}
