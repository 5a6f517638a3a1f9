/** A command that goes now or not at all: the same bytes until there is a verdict, so that nothing is recorded twice. */
import { ref } from 'vue'
import type { Ref } from 'vue'
import { composeAtDesk } from '@/core/desk'
import type { DeskCommand } from '@/core/desk'
import { APP } from '@/core/envelope'
import { isPassing } from '@/core/problem'
import type { Problem } from '@/core/problem'
import { deliver } from '@/sync/commands'
import { serverNow } from '@/sync/reckoning'
import { newId } from '@/ui/m/state/giving'
import { usePosition } from '@/ui/m/state/position'
import { useSession } from '@/ui/shared/session'

export interface GiveAtOnce {
  readonly busy: Ref<boolean>
  /** The "no" to the last step. */
  readonly refused: Ref<Problem | null>
  /** True when the server took it. */
  readonly give: (stream: DeskCommand['stream'], kind: string, body: Readonly<Record<string, unknown>>) => Promise<boolean>
}

export function useGiveAtOnce(): GiveAtOnce {
  const session = useSession()
  const busy = ref(false)
  const refused = ref<Problem | null>(null)
  const open = new Map<string, string>()

  const give: GiveAtOnce['give'] = async (stream, kind, body) => {
    const about = JSON.stringify([stream, kind, body])
    const bytes =
      open.get(about) ??
      composeAtDesk(
        {
          id: newId(),
          company: session.session?.company.id ?? '',
          stream,
          kind,
          body,
          occurredAt: new Date(serverNow()),
          position: kind === 'call_help' ? usePosition().current() : null,
        },
        APP,
      )
    open.set(about, bytes)
    busy.value = true
    const answer = await deliver(bytes)
    busy.value = false
    if (answer.ok || !isPassing(answer.problem)) open.delete(about)
    refused.value = answer.ok ? null : answer.problem
    if (!answer.ok && answer.problem.status === 401) session.lost()
    return answer.ok
  }
  return { busy, refused, give }
}
