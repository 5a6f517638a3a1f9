/** What is asked about printed sheets. */
import type { PaperEntry, PaperSheet } from '@/core/paper'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

const API = '/api/v1'

export const readSheets = (permit: string): Promise<Answer<readonly PaperSheet[]>> =>
  ask(`${API}/permits/${permit}/sheets`)

export const readEntries = (permit: string): Promise<Answer<readonly PaperEntry[]>> =>
  ask(`${API}/permits/${permit}/paper-entries`)

/** The PDF of a numbered sheet; without a number a copy for reading, which says so. */
export function formUrl(permit: string, sheet?: number): string {
  return `${API}/permits/${permit}/form.pdf${sheet === undefined ? '' : `?sheet=${String(sheet)}`}`
}
