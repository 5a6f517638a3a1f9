/** Reads an instant as Davy writes it: UTC to the millisecond, in one form only. */
import type { Json } from '@/verify/strict'

const INSTANT = /^(?!0000)\d{4}-\d\d-\d\dT(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}Z$/

/** The instant in milliseconds, null for what is none: a day that no calendar has is passed on by `Date.parse`. */
export function instant(told: Json | undefined): number | null {
  const found = typeof told === 'string' && INSTANT.test(told) ? Date.parse(told) : NaN
  return Number.isNaN(found) || new Date(found).toISOString() !== told ? null : found
}
