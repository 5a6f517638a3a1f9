/** One i18n instance per app: the shared words plus the app's own, dates and numbers in the plant's time zone. */
import { createI18n } from 'vue-i18n'
import type { I18n } from 'vue-i18n'
import { languageFor } from '@/core/language'
import type { Language } from '@/core/language'
import { en } from '@/i18n/en'
import { zhCN } from '@/i18n/zh-CN'
import { prefer, preference } from '@/store/preferences'

/** A tree of sentences. */
export interface Messages {
  readonly [key: string]: string | Messages
}

const CLOCK = { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' } as const
const DATE = { year: 'numeric', month: '2-digit', day: '2-digit', timeZone: 'Asia/Shanghai' } as const
const formats = { clock: CLOCK, date: DATE, moment: { ...DATE, ...CLOCK } }

/** A Vue plugin with the person's language already chosen. */
export function makeI18n(own: Record<Language, Messages>): I18n {
  const locale = languageFor(preference('language'), navigator.languages)
  document.documentElement.lang = locale
  return createI18n({
    legacy: false,
    locale,
    fallbackLocale: 'zh-CN',
    messages: { 'zh-CN': { ...zhCN, ...own['zh-CN'] }, en: { ...en, ...own.en } },
    datetimeFormats: { 'zh-CN': formats, en: formats },
  })
}

/** Remembers the choice; the caller sets the locale that Vue shows. */
export function rememberLanguage(language: Language): void {
  prefer('language', language)
  document.documentElement.lang = language
}
