/** The permits that count on site now: running, awaiting acceptance, or ended with the site not cleared. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { PermitRow } from '@/core/types'
import { readPermits } from '@/sync/reads'
import { useAsked } from '@/ui/console/useAsked'
import type { Problem } from '@/core/problem'

export interface LivePermits {
  readonly rows: ComputedRef<readonly PermitRow[]>
  /** How many permits there are by state, over the whole company. */
  readonly counts: ComputedRef<Readonly<Record<string, number>>>
  readonly uncleared: ComputedRef<number>
  readonly known: ComputedRef<boolean>
  readonly problem: ComputedRef<Problem | null>
}

const RUNNING = 'issued,active,paused,finished'

export function useLivePermits(): LivePermits {
  const running = useAsked(() => readPermits({ state: RUNNING, size: '200' }), ['permit'])
  const open = useAsked(() => readPermits({ clearance: 'open', size: '200' }), ['permit'])
  const rows = computed(() => {
    const found = [...(open.data.value?.items ?? []), ...(running.data.value?.items ?? [])]
    return found.filter((row, at) => found.findIndex(({ id }) => id === row.id) === at)
  })
  return {
    rows,
    counts: computed(() => running.data.value?.counts ?? {}),
    uncleared: computed(() => open.data.value?.clearance_open ?? 0),
    known: computed(() => running.data.value !== null && open.data.value !== null),
    problem: computed(() => running.problem.value ?? open.problem.value),
  }
}
