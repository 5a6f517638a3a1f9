/** Sentences that the server sends in both languages. */
import type { Language } from '@/core/language'

export interface Text {
  readonly zh: string
  readonly en: string
}

export function say(text: Text, language: Language): string {
  return language === 'en' ? text.en : text.zh
}
