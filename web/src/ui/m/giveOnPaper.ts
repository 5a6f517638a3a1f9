/** One command on an outage or a block of sheets, sent with the same bytes until there is a verdict. */
import { composeAtDesk } from '@/core/desk'
import { APP } from '@/core/envelope'
import type { Problem } from '@/core/problem'
import { deliver } from '@/sync/commands'
import { ownPhone } from '@/sync/ownPhone'
import { serverNow } from '@/sync/reckoning'
import { useSession } from '@/ui/shared/session'
import { newId } from './state/giving'

/** The "no", or null. */
export async function giveOnPaper(
  stream: `outage/${string}` | `block/${string}`,
  kind: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Problem | null> {
  const company = useSession().session?.company.id ?? ''
  const made = { id: newId(), company, stream, kind, body, occurredAt: new Date(serverNow()) }
  const bytes = composeAtDesk(made, APP)
  const answer = await deliver(bytes, undefined, undefined, await ownPhone(useSession().database(), bytes))
  if (!answer.ok && answer.problem.status === 401) useSession().lost()
  return answer.ok ? null : answer.problem
}
