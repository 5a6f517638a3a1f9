/** The permits that count on site now: running, awaiting acceptance, or ended with the site not cleared. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import type { PermitRow } from '@/core/types'
import { readManyPermits } from '@/sync/reads'
import type { PermitPage } from '@/sync/reads'
import { useAsked } from '@/ui/console/useAsked'
import type { Problem } from '@/core/problem'

export interface LivePermits {
  readonly rows: ComputedRef<readonly PermitRow[]>
  /** How many permits there are by state, over the whole company. */
  readonly counts: ComputedRef<Readonly<Record<string, number>>>
  readonly uncleared: ComputedRef<number>
  /** How many permits there are beyond those that were read. */
  readonly unread: ComputedRef<number>
  readonly known: ComputedRef<boolean>
  readonly problem: ComputedRef<Problem | null>
}

/** As many marks as were measured on the plan; what is beyond is told, not silently left out. */
const MOST = 500
const RUNNING = 'issued,active,paused,finished'

const beyond = (page: PermitPage | null): number => (page === null ? 0 : Math.max(0, page.total - page.items.length))

export function useLivePermits(): LivePermits {
  const running = useAsked(() => readManyPermits({ state: RUNNING }, MOST), ['permit'])
  const open = useAsked(() => readManyPermits({ clearance: 'open' }, MOST), ['permit'])
  const rows = computed(() => {
    const found = [...(open.data.value?.items ?? []), ...(running.data.value?.items ?? [])]
    return found.filter((row, at) => found.findIndex(({ id }) => id === row.id) === at)
  })
  return {
    rows,
    counts: computed(() => running.data.value?.counts ?? {}),
    uncleared: computed(() => open.data.value?.clearance_open ?? 0),
    unread: computed(() => beyond(running.data.value) + beyond(open.data.value)),
    known: computed(() => running.data.value !== null && open.data.value !== null),
    problem: computed(() => running.problem.value ?? open.problem.value),
  }
}
