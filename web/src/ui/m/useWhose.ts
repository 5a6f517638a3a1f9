/** Who puts a missing condition right, where it is not the person before the screen. */
import { useI18n } from 'vue-i18n'
import { WAITING } from '@/core/steps'

export function useWhose(): (remedy: string | null) => string {
  const i18n = useI18n()
  const { t } = i18n
  return (remedy) => {
    if (remedy === null) return ''
    if (WAITING.has(remedy) || remedy === 'new_permit') return t(`waiting.${remedy}`)
    return i18n.te(`closing.whose.${remedy}`) ? t(`closing.whose.${remedy}`) : t('waiting.other')
  }
}
