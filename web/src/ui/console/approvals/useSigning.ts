/** One signature at a desk: the server judges it, and says why not. */
import { ref } from 'vue'
import type { Ref } from 'vue'
import type { Problem } from '@/core/problem'
import type { Proof } from '@/core/proof'
import type { Permit } from '@/core/types'
import { uuid7 } from '@/core/uuid7'
import { giveByPasskey } from '@/sync/approvals'
import { serverNow } from '@/sync/reckoning'
import { giveAtDesk } from '@/sync/registers'
import { reauthenticate } from '@/sync/session'
import { usePasskeys } from '@/ui/shared/passkeys'
import { useSession } from '@/ui/shared/session'

export interface Signing {
  readonly busy: Ref<boolean>
  readonly problem: Ref<Problem | null>
  /** True when the server took the signature on exactly the version that was looked at. */
  readonly sign: (permit: Permit, body: Readonly<Record<string, unknown>>, proof: Proof) => Promise<boolean>
}

export function useSigning(): Signing {
  const session = useSession()
  const passkeys = usePasskeys()
  const busy = ref(false)
  const problem = ref<Problem | null>(null)

  async function given(permit: Permit, body: Readonly<Record<string, unknown>>, proof: Proof): Promise<Problem | null> {
    const id = uuid7(serverNow(), crypto.getRandomValues(new Uint8Array(10)))
    const made = {
      id,
      company: session.session?.company.id ?? '',
      stream: `permit/${permit.id}` as const,
      kind: 'sign_stage',
      body,
      occurredAt: new Date(serverNow()),
      baseVersion: permit.version,
    }
    if (proof.way === 'passkey') {
      const answer = await giveByPasskey(made, (bytes) => passkeys.sign(bytes))
      return answer.ok ? null : answer.problem
    }
    if (proof.way !== 'password') throw new Error('a desk has neither PIN nor camera')
    const token = await reauthenticate(proof.password, id)
    if (!token.ok) return token.problem
    const answer = await giveAtDesk({ ...made, reauth: token.data.token })
    return answer.ok ? null : answer.problem
  }

  const sign: Signing['sign'] = async (permit, body, proof) => {
    busy.value = true
    problem.value = null
    problem.value = await given(permit, body, proof)
    busy.value = false
    return problem.value === null
  }
  return { busy, problem, sign }
}
