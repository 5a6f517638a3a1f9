/** Gives commands from the desk: one at a time, with the server's verdict. */
import { ref } from 'vue'
import type { Ref } from 'vue'
import type { DeskCommand } from '@/core/desk'
import type { Problem } from '@/core/problem'
import { uuid7 } from '@/core/uuid7'
import { serverNow } from '@/sync/reckoning'
import { giveAtDesk } from '@/sync/registers'
import { reauthenticate } from '@/sync/session'
import { useSession } from '@/ui/shared/session'

export interface Desk {
  readonly busy: Ref<boolean>
  readonly problem: Ref<Problem | null>
  /** True when the server took the command. */
  readonly give: (
    stream: DeskCommand['stream'],
    kind: string,
    body?: Readonly<Record<string, unknown>>,
    password?: string,
  ) => Promise<boolean>
}

export function useDesk(): Desk {
  const session = useSession()
  const busy = ref(false)
  const problem = ref<Problem | null>(null)

  const give: Desk['give'] = async (stream, kind, body = {}, password) => {
    busy.value = true
    problem.value = null
    const id = uuid7(serverNow(), crypto.getRandomValues(new Uint8Array(10)))
    const proof = password === undefined ? null : await reauthenticate(password, id)
    if (proof !== null && !proof.ok) {
      busy.value = false
      problem.value = proof.problem
      return false
    }
    const answer = await giveAtDesk({
      id,
      company: session.session?.company.id ?? '',
      stream,
      kind,
      body,
      occurredAt: new Date(serverNow()),
      ...(proof === null ? {} : { reauth: proof.data.token }),
    })
    busy.value = false
    if (answer.ok) return true
    problem.value = answer.problem
    return false
  }
  return { busy, problem, give }
}
