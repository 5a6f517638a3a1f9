/** Alarms that are looked at together: read anew whenever one changes, and dealt with one command an alarm. */
import { computed, ref, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { composeAtDesk } from '@/core/desk'
import { APP } from '@/core/envelope'
import type { AlarmStep } from '@/core/incidents'
import { isPassing } from '@/core/problem'
import type { Problem } from '@/core/problem'
import type { AlarmDetail } from '@/core/records'
import { reached } from '@/core/ringing'
import type { Reached } from '@/core/ringing'
import { deliver } from '@/sync/commands'
import { serverNow } from '@/sync/reckoning'
import { readEachAlarm } from '@/sync/registers'
import { useSession } from '@/ui/shared/session'
import { newId } from './state/giving'
import { usePulse } from './state/pulse'

export interface Alarms {
  /** Null until the server told. */
  readonly details: Ref<readonly AlarmDetail[] | null>
  /** Why the newest question has no answer. */
  readonly trouble: Ref<Problem | null>
  /** The "no" to the last step. */
  readonly refused: Ref<Problem | null>
  readonly busy: Ref<boolean>
  readonly steps: ComputedRef<readonly Reached[]>
  readonly read: () => Promise<void>
  /** True when the server took it for every alarm it reaches. */
  readonly take: (step: AlarmStep, note: string) => Promise<boolean>
}

/** The same bytes until there is a verdict, so that nothing is recorded twice. */
function sender(): (alarm: string, step: AlarmStep, note: string) => Promise<Problem | null> {
  const open = new Map<string, string>()
  return async (alarm, step, note) => {
    const about = JSON.stringify([alarm, step, note])
    const bytes =
      open.get(about) ??
      composeAtDesk(
        {
          id: newId(),
          company: useSession().session?.company.id ?? '',
          stream: `alarm/${alarm}`,
          kind: step,
          body: step === 'acknowledge_alarm' ? {} : { note },
          occurredAt: new Date(serverNow()),
        },
        APP,
      )
    open.set(about, bytes)
    const answer = await deliver(bytes)
    if (answer.ok || !isPassing(answer.problem)) open.delete(about)
    return answer.ok ? null : answer.problem
  }
}

type Seen = Pick<Alarms, 'details' | 'trouble' | 'read'>

/** What the server tells of them; an answer that was overtaken is dropped. */
function useSeen(ids: () => readonly string[]): Seen {
  const details = shallowRef<readonly AlarmDetail[] | null>(null)
  const trouble = ref<Problem | null>(null)
  let turn = 0

  async function read(): Promise<void> {
    turn += 1
    const mine = turn
    const wanted = ids()
    if (wanted.length === 0) return
    const answer = await readEachAlarm(wanted)
    if (mine !== turn) return
    trouble.value = answer.ok ? null : answer.problem
    if (answer.ok) details.value = answer.data
    else if (answer.problem.status === 401) useSession().lost()
  }

  watch(
    () => ids().join(),
    () => {
      details.value = null
      trouble.value = null
      void read()
    },
    { immediate: true },
  )
  return { details, trouble, read }
}

export function useAlarms(ids: () => readonly string[]): Alarms {
  const pulse = usePulse()
  const send = sender()
  const { details, trouble, read } = useSeen(ids)
  const refused = ref<Problem | null>(null)
  const busy = ref(false)
  const steps = computed(() => reached(details.value ?? []))

  /** What one of them refuses keeps nobody from the others; where nobody answers, the others wait too. */
  async function give(step: AlarmStep, note: string): Promise<Problem | null> {
    let refusal: Problem | null = null
    for (const id of steps.value.find((open) => open.step === step)?.ids ?? []) {
      const problem = await send(id, step, note)
      refusal = problem ?? refusal
      if (problem?.status === 401) useSession().lost()
      if (problem !== null && (isPassing(problem) || problem.status === 401)) break
    }
    return refusal
  }

  async function take(step: AlarmStep, note: string): Promise<boolean> {
    busy.value = true
    const refusal = await give(step, note)
    refused.value = refusal
    await read()
    busy.value = false
    pulse.rang(ids())
    return refusal === null
  }

  watch([ids, () => pulse.rings, () => pulse.changes], ([now], [before]) => {
    if (now !== before) refused.value = null
    else if (!busy.value) void read()
  })
  return { details, trouble, refused, busy, steps, read, take }
}
