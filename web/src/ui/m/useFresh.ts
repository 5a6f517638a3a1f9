/** Reads something when the page opens and again whenever the server says that something changed. */
import { onMounted, ref, watch } from 'vue'
import type { Ref } from 'vue'
import type { Problem } from '@/core/problem'
import type { Answer } from '@/sync/http'
import { usePulse } from './state/pulse'
import { askOrRecall } from './useKept'
import type { Told } from './useKept'

export interface Fresh<T> {
  /** Null until the first answer; the last good answer afterwards. */
  readonly data: Ref<T | null>
  readonly trouble: Ref<Problem | null>
  readonly reading: Ref<boolean>
  /** The phone's milliseconds of what is shown when it is not what the server says now. */
  readonly since: Ref<number | null>
  readonly read: () => Promise<void>
}

interface Options {
  /** Also whenever something changed about an alarm. */
  readonly alarms?: boolean
  /** Also whenever something changed about a block of sheets. */
  readonly paper?: boolean
  /** Instead of that: whenever this person was told something or had read it, and after each gap. */
  readonly told?: boolean
  /** The name under which the phone keeps the answer for when there is no server. */
  readonly keep?: () => string
}

/** The same question, with nothing kept. */
async function onlyAsk<T>(ask: () => Promise<Answer<T>>): Promise<Told<T>> {
  const answer = await ask()
  return answer.ok
    ? { data: answer.data, problem: null, since: null }
    : { data: null, problem: answer.problem, since: null }
}

export function useFresh<T>(ask: () => Promise<Answer<T>>, { alarms = false, paper = false, told: notices = false, keep }: Options = {}): Fresh<T> {
  const data = ref<T | null>(null) as Ref<T | null>
  const trouble = ref<Problem | null>(null)
  const reading = ref(false)
  const since = ref<number | null>(null)
  const pulse = usePulse()
  let turn = 0
  let shown: string | undefined

  function show(told: Told<T>, name: string | undefined): void {
    trouble.value = told.problem
    // What was asked by another name is not the answer to this question.
    if (told.data === null && shown === name) return
    shown = name
    data.value = told.data
    since.value = told.since
  }

  async function read(): Promise<void> {
    turn += 1
    const mine = turn
    reading.value = true
    const name = keep?.()
    const early = (told: Told<T>): void => {
      if (mine === turn && (data.value === null || shown !== name)) show(told, name)
    }
    const told = await (name === undefined ? onlyAsk(ask) : askOrRecall(name, ask, early))
    if (mine !== turn) return
    reading.value = false
    show(told, name)
  }

  onMounted(read)
  watch(
    () => [notices ? pulse.notices : pulse.changes, alarms ? pulse.rings : 0, paper ? pulse.sheets : 0],
    () => void read(),
  )
  return { data, trouble, reading, since, read }
}
