/** What each cause of a stop still needs before somebody may close it. A hint for the people there: the server judges. */
import type { Cause, Instant, Permit, TimelineRow } from '@/core/types'

/** `on_site` and `change` are only known when it is tried; `condition` is the lapsed condition itself. */
export type Need = 'on_site' | 'round' | 'guardian' | 'measures' | 'change' | 'condition'

export interface Needed {
  readonly need: Need
  /** Null while nobody can tell. */
  readonly met: boolean | null
  /** Code of what puts it right; null where nothing on a screen does. */
  readonly remedy: string | null
}

const NEEDS: ReadonlySet<string> = new Set<Need>(['on_site', 'round', 'guardian', 'measures', 'change'])
const REMEDY: Readonly<Partial<Record<Need, string>>> = { round: 'gas_round', measures: 'measures' }
const notBefore = (at: Instant | null, since: Instant): boolean => at !== null && Date.parse(at) >= Date.parse(since)

/** Whether the guardian stood by after the work was stopped. */
export function isGuarded({ pause, stood_by_at: at }: Permit): boolean {
  return pause !== null && notBefore(at, pause.decided_at)
}

function roundSince({ gas }: Permit, since: Instant): boolean {
  const latest = gas.rounds.at(-1)
  return latest !== undefined && latest.complete && latest.verdict === 'pass' && notBefore(latest.sampled_at, since)
}

function measuresSince({ measures }: Permit, since: Instant): boolean {
  return measures.length > 0 && measures.every(({ at }) => notBefore(at, since))
}

/** The id of a cause tells which condition lapsed: `requirement:hot.wind`. */
function condition(cause: Cause, permit: Permit): readonly Needed[] {
  const id = cause.id.slice(cause.kind.length + 1)
  const found = permit.requirements.find(({ requirement }) => requirement === id)
  if (!found) return []
  return [{ need: 'condition', met: ['met', 'not_applicable'].includes(found.outcome), remedy: found.remedy }]
}

export function needsOf(cause: Cause, permit: Permit): readonly Needed[] {
  const met: Readonly<Record<string, () => boolean | null>> = {
    on_site: () => null,
    round: () => roundSince(permit, cause.at),
    guardian: () => notBefore(permit.stood_by_at, cause.at),
    measures: () => measuresSince(permit, cause.at),
  }
  const asked = cause.needs.filter((need) => NEEDS.has(need)) as readonly Need[]
  const told = asked.map((need) => ({ need, met: met[need]?.() ?? null, remedy: REMEDY[need] ?? null }))
  return [...condition(cause, permit), ...told]
}

/** What the person who stopped the work wrote down, by cause; the last word counts. */
export function reasonsOf(track: readonly TimelineRow[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { type, data, private: words } of track) {
    const reason = words['reason']
    if (type === 'WorkPaused' && typeof data['cause'] === 'string' && reason) found.set(data['cause'], reason)
  }
  return found
}

/** The recordings in which whoever stopped says why, told since this cause was: it may have been closed before. */
export function saidOf(track: readonly TimelineRow[], { id, at }: Pick<Cause, 'id' | 'at'>): readonly string[] {
  const since = track.filter((row) => row.type === 'VoiceAdded' && Date.parse(row.recorded_at) >= Date.parse(at))
  return since.filter(({ data }) => data['cause'] === id).map(({ data }) => String(data['voice']))
}

/** A break that lasts no longer than this, in minutes, needs no new gas test (GB 30871 5.3.1, 6.5). */
export function cheapBreak({ type, level }: Pick<Permit, 'type' | 'level'>): 30 | 60 {
  return type === 'hot' && level !== 'second' ? 30 : 60
}

export type Next = 'confirm_stopped' | 'receive_pause' | 'stand_by' | 'resume'

/** The next command of a person on a stopped permit. Work that never started has nobody to stop. */
export function nextOf(permit: Permit): Next | null {
  const { pause, started_at: started, mine } = permit
  const due: Readonly<Record<Next, boolean>> = {
    confirm_stopped: started !== null && pause?.confirmed_at === null,
    receive_pause: started !== null && pause?.received_at === null,
    stand_by: started !== null && !isGuarded(permit),
    resume: true,
  }
  const order: readonly Next[] = ['confirm_stopped', 'receive_pause', 'stand_by', 'resume']
  return order.find((kind) => due[kind] && mine.commands.includes(kind)) ?? null
}
