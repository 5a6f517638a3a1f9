/** What states, reasons and steps of paper are called, by the server's own words. */
import { shallowRef } from 'vue'
import type { OutageWords } from '@/core/outages'
import { readOutageWords } from '@/sync/outages'
import { useSay } from '@/ui/shared/useSay'

const known = shallowRef<OutageWords>({})

export type OutageWord = (group: string, code: string) => string

export function useOutageWords(): OutageWord {
  const say = useSay()
  void readOutageWords().then((answer) => {
    if (answer.ok) known.value = answer.data
  })
  return (group, code) => say(known.value[group]?.[code] ?? code)
}
