/** What a phone is told before it is carried into an area (S26). The server refuses; this only says it in time. */
import { fitsZone, mildest } from '@/core/exMarks'
import type { Zone } from '@/core/exMarks'

export type ExWord = 'fit' | 'weak' | 'vague' | 'plain' | 'stranger'

/** `mark`: the phone's own Ex mark; null without one, undefined when the phone is not enrolled. A zone nobody knows
    counts as one. `vague`: it may be good enough, but nobody told group or temperature class. Null:
    nothing to say. */
export function exWord(zone: Zone, mark: string | null | undefined): ExWord | null {
  if (zone.zone === 'none') return null
  if (mark === undefined) return 'stranger'
  if (mark === null || mark === '') return 'plain'
  if (fitsZone(mark, zone)) return 'fit'
  return fitsZone(mark, mildest(zone)) ? 'vague' : 'weak'
}

/** The parts of a body that were made with camera, scanner, microphone or meter. */
const MADE_BY_TERMINAL = ['photo', 'photos', 'face', 'scan', 'voice', 'readings'] as const

/** Whether a command used the terminal as more than a keyboard: then it says where that was, because outside the area
    every phone will do. */
export const usesTerminal = (body: object): boolean => MADE_BY_TERMINAL.some((name) => name in body)
