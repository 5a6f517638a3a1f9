/** The language of the screen, readable and changeable. */
import { computed } from 'vue'
import type { WritableComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Language } from '@/core/language'
import { rememberLanguage } from '@/i18n'

export function useLanguage(): WritableComputedRef<Language> {
  const { locale } = useI18n()
  return computed({
    get: () => locale.value as Language,
    set: (language) => {
      locale.value = language
      rememberLanguage(language)
    },
  })
}
