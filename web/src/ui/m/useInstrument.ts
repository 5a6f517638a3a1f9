/** The instrument whose code was scanned: read when the page opens, bound and released from here, online only. */
import { ref } from 'vue'
import type { Ref } from 'vue'
import { composeAtDesk } from '@/core/desk'
import { APP } from '@/core/envelope'
import type { Instrument } from '@/core/instruments'
import type { Problem } from '@/core/problem'
import { deliver } from '@/sync/commands'
import { readByCode } from '@/sync/instruments'
import { ownPhone } from '@/sync/ownPhone'
import { serverNow } from '@/sync/reckoning'
import { useSession } from '@/ui/shared/session'
import { newId } from './state/giving'
import { useFresh } from './useFresh'
import type { Fresh } from './useFresh'

export interface OnInstrument extends Fresh<Instrument> {
  readonly refused: Ref<Problem | null>
  readonly busy: Ref<boolean>
  readonly give: (kind: string, body: Readonly<Record<string, unknown>>) => Promise<boolean>
}

export function useInstrument(code: string): OnInstrument {
  const session = useSession()
  const fresh = useFresh(() => readByCode(code))
  const refused = ref<Problem | null>(null)
  const busy = ref(false)

  async function give(kind: string, body: Readonly<Record<string, unknown>>): Promise<boolean> {
    const one = fresh.data.value
    if (one === null) return false
    busy.value = true
    const made = { id: newId(), company: session.session?.company.id ?? '', stream: `instrument/${one.id}` as const, kind, body }
    const bytes = composeAtDesk({ ...made, position: null, occurredAt: new Date(serverNow()) }, APP)
    const answer = await deliver(bytes, undefined, undefined, await ownPhone(session.database(), bytes))
    refused.value = answer.ok ? null : answer.problem
    if (!answer.ok && answer.problem.status === 401) session.lost()
    await fresh.read()
    busy.value = false
    return answer.ok
  }

  return { ...fresh, refused, busy, give }
}
