/** One command of a stream beside the permits, sent with the same bytes until there is a verdict; online only (S16). */
import { composeAtDesk } from '@/core/desk'
import type { DeskCommand } from '@/core/desk'
import { APP } from '@/core/envelope'
import type { Position } from '@/core/envelope'
import type { Problem } from '@/core/problem'
import { deliver } from '@/sync/commands'
import { ownPhone } from '@/sync/ownPhone'
import { serverNow } from '@/sync/reckoning'
import { useSession } from '@/ui/shared/session'
import { newId } from './state/giving'

/** The "no", or null. */
export async function giveNow(
  stream: DeskCommand['stream'],
  kind: string,
  body: Readonly<Record<string, unknown>>,
  position: Position | null = null,
): Promise<Problem | null> {
  const session = useSession()
  const company = session.session?.company.id ?? ''
  const made = { id: newId(), company, stream, kind, body, position, occurredAt: new Date(serverNow()) }
  const bytes = composeAtDesk(made, APP)
  const answer = await deliver(bytes, undefined, undefined, await ownPhone(session.database(), bytes))
  if (!answer.ok && answer.problem.status === 401) session.lost()
  return answer.ok ? null : answer.problem
}
