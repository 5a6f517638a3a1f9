/** What a phone is told before it is carried into an area (S26). The server refuses; this only says it in time. */

export type ExWord = 'fit' | 'plain' | 'stranger' | 'hint'

/** `mark`: the phone's own Ex mark; null without one, undefined when the phone is not enrolled. A zone nobody knows
    counts as one. Null: nothing to say. */
export function exWord(zone: string | null | undefined, only: boolean, mark: string | null | undefined): ExWord | null {
  if (zone === 'none') return null
  if (typeof mark === 'string' && mark !== '') return 'fit'
  if (mark !== undefined) return 'plain'
  return only ? 'stranger' : 'hint'
}
