/** A day in words: today, yesterday, otherwise its date and weekday. */
import { useI18n } from 'vue-i18n'
import { useToday } from './useNow'

const DAY_MS = 86_400_000

/** `day` is `2026-11-23` by the plant's clocks. */
export function useDay(): (day: string) => string {
  const { t, locale } = useI18n()
  const today = useToday()
  return (day) => {
    const ago = Date.parse(today.value) - Date.parse(day)
    if (ago === 0) return t('day.today')
    if (ago === DAY_MS) return t('day.yesterday')
    const weekday = new Intl.DateTimeFormat(locale.value, { weekday: 'short', timeZone: 'UTC' })
    return `${day.slice(5)} ${weekday.format(new Date(`${day}T00:00:00Z`))}`
  }
}
