/** One cause is one incident (S27): open alarms of one permit that say the same stand together, and stay reachable. */
import type { AlarmRow, AlarmState } from '@/core/records'
import type { Text } from '@/core/text'
import type { Instant } from '@/core/types'

export const ALARM_STEPS = ['acknowledge_alarm', 'handle_alarm', 'close_alarm'] as const
export type AlarmStep = (typeof ALARM_STEPS)[number]

export interface Incident {
  /** The alarm that stands for them all: the first of the list they came in. */
  readonly lead: AlarmRow
  readonly rows: readonly AlarmRow[]
  /** That of the least seen. */
  readonly state: AlarmState
  readonly since: Instant
  readonly last: Instant
  /** The conditions they are about, each once. */
  readonly about: readonly Text[]
}

const SEEN: readonly AlarmState[] = ['raised', 'acknowledged', 'handled', 'closed']

/** Who must act on them, and how gravely, is the same for all of one incident. */
const keyOf = ({ id, permit, code, title, owner, severity, state }: AlarmRow): string =>
  state === 'closed' ? id : JSON.stringify([permit, code, title.zh, owner, severity])

function together(lead: AlarmRow, rows: readonly AlarmRow[]): Incident {
  const about = new Map(rows.flatMap((row) => (row.about ? [[row.about.zh, row.about] as const] : [])))
  const stands = Math.min(...rows.map(({ state }) => SEEN.indexOf(state)))
  return {
    lead,
    rows,
    state: SEEN[stands] ?? lead.state,
    since: rows.map(({ at }) => at).reduce((one, other) => (one < other ? one : other)),
    last: rows.map(({ last_at: at }) => at).reduce((one, other) => (one > other ? one : other)),
    about: [...about.values()],
  }
}

/** In the order in which the first of each came. What is closed stands alone. */
export function incidents(alarms: readonly AlarmRow[]): readonly Incident[] {
  const found = new Map<string, AlarmRow[]>()
  for (const alarm of alarms) {
    const key = keyOf(alarm)
    found.set(key, [...(found.get(key) ?? []), alarm])
  }
  return [...found.values()].flatMap((rows) => (rows[0] ? [together(rows[0], rows)] : []))
}
