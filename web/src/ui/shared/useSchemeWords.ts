/** What sections, states and steps of a work plan are called, by the server's own words. */
import { shallowRef } from 'vue'
import type { SchemeWords } from '@/core/schemes'
import { readSchemeWords } from '@/sync/schemes'
import { useSay } from '@/ui/shared/useSay'

const known = shallowRef<SchemeWords>({})

export type SchemeWord = (group: string, code: string) => string

export function useSchemeWords(): SchemeWord {
  const say = useSay()
  void readSchemeWords().then((answer) => {
    if (answer.ok) known.value = answer.data
  })
  return (group, code) => say(known.value[group]?.[code] ?? code)
}
