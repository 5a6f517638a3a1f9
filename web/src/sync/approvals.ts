/** The approval queue, and a decision given at a desk: one permit, one node, one signature. */
import { composeAtDesk } from '@/core/desk'
import type { DeskCommand } from '@/core/desk'
import type { Assertion } from '@/core/proof'
import type { ApprovalQueue } from '@/core/types'
import { deliver } from '@/sync/commands'
import type { Accepted } from '@/sync/commands'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

export const readApprovals = (): Promise<Answer<ApprovalQueue>> => ask('/api/v1/approvals/queue')

/** Signs exactly the bytes that are sent. */
export async function giveByPasskey(
  command: DeskCommand,
  sign: (bytes: string) => Promise<Answer<Assertion>>,
): Promise<Answer<Accepted>> {
  const bytes = composeAtDesk(command)
  const signed = await sign(bytes)
  return signed.ok ? deliver(bytes, signed.data) : signed
}
