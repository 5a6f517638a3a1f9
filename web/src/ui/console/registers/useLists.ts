/** The lists that forms of registers choose from, each asked once it is needed. */
import { computed, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Entry } from '@/core/recordForms'
import { readJsa } from '@/sync/jsa'
import { readBeginning } from '@/sync/records'
import type { Beginning } from '@/sync/records'
import { useWord } from '@/ui/console/useWord'
import { useSay } from '@/ui/shared/useSay'
import { useSubstanceNames } from '@/ui/shared/useSubstanceNames'

export interface Option {
  readonly value: string
  readonly label: string
}

export function useLists(entries: readonly Entry[]): (entry: Entry, kind: string) => readonly Option[] {
  const say = useSay()
  const word = useWord()
  const { t } = useI18n()
  const needs = (list: Entry['list']): boolean => entries.some((entry) => entry.list === list)
  const { substances } = useSubstanceNames()
  const things = shallowRef<readonly Option[]>([])
  const beginning = shallowRef<Beginning | null>(null)
  if (needs('things')) {
    void readJsa().then((answer) => {
      if (answer.ok) things.value = answer.data.equipment.map((one) => ({ value: one.id, label: say(one) }))
    })
  }
  if (needs('posts') || needs('items')) {
    void readBeginning().then((answer) => {
      if (answer.ok) beginning.value = answer.data
    })
  }
  const media = computed(() => substances.value.map((one) => ({ value: one.code, label: say(one) })))
  const posts = computed(() =>
    (beginning.value?.posts ?? []).map((post) => ({
      value: post.code,
      label: post.always ? say(post) : t('registers.someWorks', { post: say(post) }),
    })),
  )

  return (entry, kind) => {
    if (entry.list === 'substances') return media.value
    if (entry.list === 'things') return things.value
    if (entry.list === 'posts') return posts.value
    if (entry.list === 'items') {
      return (beginning.value?.items ?? []).filter((one) => one.kind === kind).map(({ item }) => ({ value: item, label: item }))
    }
    return (entry.codes ?? []).map((code) => ({ value: code, label: word(entry.words ?? '', code) }))
  }
}
