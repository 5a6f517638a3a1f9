/** What effects, causes and loads are called, by the server's own words. */
import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { EffectWords } from '@/core/effects'
import { readEffectWords } from '@/sync/effects'
import { useSay } from '@/ui/shared/useSay'

const known = shallowRef<EffectWords>({ effects: {}, causes: {}, loads: {} })

export interface EffectNames {
  readonly words: ShallowRef<EffectWords>
  readonly word: (group: 'effects' | 'causes' | 'loads', code: string) => string
}

export function useEffectWords(): EffectNames {
  const say = useSay()
  void readEffectWords().then((answer) => {
    if (answer.ok) known.value = answer.data
  })
  return { words: known, word: (group, code) => say(known.value[group][code] ?? code) }
}
