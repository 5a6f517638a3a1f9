/** What a person did and was on. Looking at somebody else is recorded. */
import type { components } from '@/core/api'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

export type Activity = components['schemas']['ActivityOut']
export type Act = components['schemas']['Act']
export const GROUPS = [
  'asked',
  'prepared',
  'measured',
  'signed',
  'decided',
  'present',
  'rounds',
  'work',
  'alarms',
  'refused',
] as const

/** `person` null: one's own. */
export function readActivity(person: string | null, wanted: Readonly<Record<string, string>>): Promise<Answer<Activity>> {
  const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== '')).toString()
  return ask(`/api/v1/${person === null ? 'session' : `people/${person}`}/activity?${query}`)
}
