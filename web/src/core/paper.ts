/** Printed sheets of a permit and how each stands (J5). The words come with it from the server. */
import type { components } from '@/core/api'

export type PaperSheet = components['schemas']['SheetOut']

/** How a sheet stands whose number nobody printed, or that is a copy for reading. */
export type Held = PaperSheet | 'unknown' | 'copy'

/** What is held in the hand: number 0 is the mark of a copy for reading. */
export function held(sheets: readonly PaperSheet[], n: number): Held {
  if (n === 0) return 'copy'
  return sheets.find(({ sheet }) => sheet === n) ?? 'unknown'
}
