/** The substances of the law's list with their names, asked once; a code without a name is shown as it is. */
import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import { readSubstances } from '@/sync/registers'
import type { Substance } from '@/core/records'
import { useSay } from '@/ui/shared/useSay'

const known = shallowRef<readonly Substance[]>([])

export interface SubstanceNames {
  readonly substances: ShallowRef<readonly Substance[]>
  readonly nameOf: (code: string) => string
}

export function useSubstanceNames(): SubstanceNames {
  const say = useSay()
  if (known.value.length === 0) {
    void readSubstances().then((answer) => {
      if (answer.ok) known.value = answer.data
    })
  }
  return { substances: known, nameOf: (code) => say(known.value.find((one) => one.code === code) ?? code) }
}
