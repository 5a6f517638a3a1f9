/** What may be asked for without a connection after stopping without one: the server still believes that work goes on. */
import type { Kind } from '@/core/envelope'
import { STOPPING } from '@/core/lifecycle'
import type { Permit } from '@/core/types'

/** How those named here would go on again. */
const AGAIN: Readonly<Record<string, Kind>> = { responsible: 'resume', guardian: 'stand_by' }

/** The steps that this person would take next, as soon as he can be heard; none while nothing of his waits. */
export function wishes(permit: Permit, waiting: readonly Kind[]): readonly Kind[] {
  if (!waiting.some((kind) => STOPPING.has(kind))) return []
  return permit.mine.duties.flatMap((duty) => AGAIN[duty] ?? [])
}
