/** What states, points, locks and steps of an isolation are called, by the server's own words. */
import { shallowRef } from 'vue'
import type { IsolationWords } from '@/core/isolations'
import { readIsolationWords } from '@/sync/isolations'
import { useSay } from '@/ui/shared/useSay'

const known = shallowRef<IsolationWords>({})

export type IsolationWord = (group: string, code: string) => string

export function useIsolationWords(): IsolationWord {
  const say = useSay()
  void readIsolationWords().then((answer) => {
    if (answer.ok) known.value = answer.data
  })
  return (group, code) => say(known.value[group]?.[code] ?? code)
}
