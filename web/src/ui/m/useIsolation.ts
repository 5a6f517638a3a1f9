/** The isolation of a page: read when it opens and whenever something changes; steps are taken online only (S16). */
import { onMounted, ref, shallowRef, watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { Isolation } from '@/core/isolations'
import type { Problem } from '@/core/problem'
import { usesTerminal } from '@/core/terminals'
import { readIsolation } from '@/sync/isolations'
import { useSession } from '@/ui/shared/session'
import { giveNow } from './giveNow'
import { usePosition } from './state/position'
import { usePulse } from './state/pulse'

export interface OnIsolation {
  readonly isolation: ShallowRef<Isolation | null>
  readonly trouble: Ref<Problem | null>
  readonly refused: Ref<Problem | null>
  readonly busy: Ref<boolean>
  readonly read: () => Promise<void>
  readonly give: (kind: string, body: Readonly<Record<string, unknown>>) => Promise<boolean>
}

/** One command, sent with the same bytes until there is a verdict; the "no", or null. */
export function giveOn(
  isolation: string,
  kind: string,
  body: Readonly<Record<string, unknown>>,
): Promise<Problem | null> {
  // Outside the area any phone takes the photo, where it can tell where it is (S26).
  return giveNow(`isolation/${isolation}`, kind, body, usesTerminal(body) ? usePosition().current() : null)
}

export function useIsolation(id: string): OnIsolation {
  usePosition().use()
  const pulse = usePulse()
  const isolation = shallowRef<Isolation | null>(null)
  const trouble = ref<Problem | null>(null)
  const refused = ref<Problem | null>(null)
  const busy = ref(false)
  let turn = 0

  async function read(): Promise<void> {
    turn += 1
    const mine = turn
    const answer = await readIsolation(id)
    if (mine !== turn) return
    trouble.value = answer.ok ? null : answer.problem
    if (answer.ok) isolation.value = answer.data
    else if (answer.problem.status === 401) useSession().lost()
  }

  async function give(kind: string, body: Readonly<Record<string, unknown>>): Promise<boolean> {
    busy.value = true
    refused.value = await giveOn(id, kind, body)
    await read()
    busy.value = false
    return refused.value === null
  }

  onMounted(read)
  watch(
    () => pulse.changes,
    () => {
      if (!busy.value) void read()
    },
  )
  return { isolation, trouble, refused, busy, read, give }
}
