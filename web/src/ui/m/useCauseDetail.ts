/** What a cause of a stop is about, in words: a lapsed condition brings its own sentence, a change is a code of ours. */
import { useI18n } from 'vue-i18n'
import type { Cause } from '@/core/types'
import { useSay } from '@/ui/shared/useSay'

export function useCauseDetail(): (cause: Cause) => string {
  const i18n = useI18n()
  const say = useSay()
  return ({ kind, detail }) => {
    if (kind === 'area_frozen') return '' // its detail is the id of the area where the permit is
    const code = `change.${typeof detail === 'string' ? detail : ''}`
    return kind === 'change_reported' && i18n.te(code) ? i18n.t(code) : say(detail)
  }
}
