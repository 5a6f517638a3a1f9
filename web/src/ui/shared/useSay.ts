/** Says the server's sentences in the language of the screen. */
import { useI18n } from 'vue-i18n'
import type { Language } from '@/core/language'
import { say } from '@/core/text'
import type { Text } from '@/core/text'

export type Say = (text: Text | string | null | undefined) => string

export function useSay(): Say {
  const { locale } = useI18n()
  return (text) => {
    if (typeof text === 'string') return text
    return text ? say(text, locale.value as Language) : ''
  }
}
