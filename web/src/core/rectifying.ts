/** The words of what is to be put right: they are kept beside the chain, under the id of the item. */
import type { TimelineRow } from '@/core/types'

export function rectificationTexts(track: readonly TimelineRow[]): ReadonlyMap<string, string> {
  return new Map(track.filter(({ type }) => type === 'WorkRejected').flatMap((row) => Object.entries(row.private)))
}
