/** Instants in words, by the plant's clocks: the hour for today, the day before it otherwise. */
import { useI18n } from 'vue-i18n'
import { plantClock } from '@/core/shanghai'
import { useToday } from './useNow'

export interface When {
  /** 14:02, or 11-20 14:02 on another day. */
  (instant: string | number | Date | null | undefined): string
}

interface Told {
  readonly when: When
  readonly stretch: (from: string, to: string) => string
  /** From the first to the last time of something, or the one time there was. */
  readonly between: (first: string, last: string) => string
}

export function useWhen(): Told {
  const { t } = useI18n()
  const today = useToday()
  const when: When = (instant) => {
    if (instant === null || instant === undefined) return t('none')
    const date = new Date(instant)
    if (Number.isNaN(date.getTime())) return t('none')
    const [day, clock] = plantClock(date).split('T')
    return day === today.value ? (clock ?? '') : `${day?.slice(5) ?? ''} ${clock ?? ''}`
  }
  const stretch = (from: string, to: string): string => {
    const sameDay = plantClock(new Date(from)).slice(0, 10) === plantClock(new Date(to)).slice(0, 10)
    const end = sameDay ? plantClock(new Date(to)).slice(11) : plantClock(new Date(to)).slice(5).replace('T', ' ')
    return `${plantClock(new Date(from)).slice(5).replace('T', ' ')} – ${end}`
  }
  const between = (first: string, last: string): string =>
    when(first) === when(last) ? when(first) : `${when(first)} – ${when(last)}`
  return { when, stretch, between }
}
