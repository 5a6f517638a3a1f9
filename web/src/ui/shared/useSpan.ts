/** Lengths of time in words: 34 分, 2 小时 5 分, 1 天 3 小时. */
import { useI18n } from 'vue-i18n'
import { spanOf } from '@/core/span'

export function useSpan(): (milliseconds: number) => string {
  const { t } = useI18n()
  return (milliseconds) => {
    const { days, hours, minutes, seconds } = spanOf(milliseconds)
    if (days > 0) return t('span.days', { days, hours })
    if (hours > 0) return t('span.hours', { hours, minutes })
    return minutes > 0 ? t('span.minutes', { minutes }) : t('span.seconds', { seconds })
  }
}
