/** Alarms as one looks at them: many of one permit are one trouble. */
import type { AlarmRow } from '@/core/records'

export interface Ringing {
  readonly newest: AlarmRow
  /** How many others the same permit has. */
  readonly more: number
}

/** One row a permit, the one that rang last on top. */
export function byPermit(alarms: readonly AlarmRow[]): readonly Ringing[] {
  const found = new Map<string, AlarmRow[]>()
  for (const alarm of [...alarms].sort((a, b) => b.last_at.localeCompare(a.last_at))) {
    const key = alarm.permit ?? alarm.id
    found.set(key, [...(found.get(key) ?? []), alarm])
  }
  return [...found.values()].flatMap(([newest, ...others]) => (newest ? [{ newest, more: others.length }] : []))
}
