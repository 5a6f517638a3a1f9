/** Whose exit is written down here but not yet with the server: at the entry they are out, and are counted so. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { leaver } from '@/core/entrants'
import { useGiving } from './state/giving'

export function useLeaving(permit: string): ComputedRef<ReadonlySet<string>> {
  const giving = useGiving()
  return computed(() => {
    const exits = giving.pendingOf(permit).filter(({ kind }) => kind === 'leave_space')
    return new Set(exits.map(({ bytes }) => leaver(bytes)).filter((id) => id !== null))
  })
}
