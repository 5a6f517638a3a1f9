/** A day in words: today, yesterday, otherwise its date and weekday. */
import { useI18n } from 'vue-i18n'
import { plantClock } from '@/core/shanghai'
import { serverNow } from '@/sync/reckoning'

const DAY_MS = 86_400_000

/** `day` is `2026-11-23` by the plant's clocks. */
export function useDay(): (day: string) => string {
  const { t, locale } = useI18n()
  return (day) => {
    const now = serverNow()
    if (day === plantClock(new Date(now)).slice(0, 10)) return t('day.today')
    if (day === plantClock(new Date(now - DAY_MS)).slice(0, 10)) return t('day.yesterday')
    const weekday = new Intl.DateTimeFormat(locale.value, { weekday: 'short', timeZone: 'UTC' })
    return `${day.slice(5)} ${weekday.format(new Date(`${day}T00:00:00Z`))}`
  }
}
