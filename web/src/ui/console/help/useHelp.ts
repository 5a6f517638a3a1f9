/** The help in the language of the screen; both lie in the page, so that it can be read without the server. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { help as en } from './en'
import type { Help } from './shape'
import { help as zh } from './zh-CN'

export function useHelp(): ComputedRef<Help> {
  const { locale } = useI18n()
  return computed(() => (locale.value === 'en' ? en : zh))
}
