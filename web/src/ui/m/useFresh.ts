/** Reads something when the page opens and again whenever the server says that something changed. */
import { onMounted, ref, watch } from 'vue'
import type { Ref } from 'vue'
import type { Problem } from '@/core/problem'
import type { Answer } from '@/sync/http'
import { usePulse } from './state/pulse'

export interface Fresh<T> {
  /** Null until the first answer; the last good answer afterwards. */
  readonly data: Ref<T | null>
  readonly trouble: Ref<Problem | null>
  readonly reading: Ref<boolean>
  readonly read: () => Promise<void>
}

/** `alarms`: also whenever something changed about an alarm. */
export function useFresh<T>(ask: () => Promise<Answer<T>>, { alarms = false } = {}): Fresh<T> {
  const data = ref<T | null>(null) as Ref<T | null>
  const trouble = ref<Problem | null>(null)
  const reading = ref(false)
  const pulse = usePulse()
  let turn = 0

  async function read(): Promise<void> {
    turn += 1
    const mine = turn
    reading.value = true
    const answer = await ask()
    if (mine !== turn) return
    reading.value = false
    trouble.value = answer.ok ? null : answer.problem
    if (answer.ok) data.value = answer.data
  }

  onMounted(read)
  watch(
    () => [pulse.changes, alarms ? pulse.rings : 0],
    () => void read(),
  )
  return { data, trouble, reading, read }
}
