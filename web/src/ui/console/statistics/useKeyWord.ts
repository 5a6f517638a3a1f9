/** What a key of a dimension is called: the law's words, a name, an hour, a weekday, or that nobody was named. */
import { useI18n } from 'vue-i18n'
import type { Text } from '@/core/text'
import { useWord } from '@/ui/console/useWord'
import { useLevel } from '@/ui/shared/useLevel'
import { useSay } from '@/ui/shared/useSay'

export interface Keyed {
  readonly key: string
  readonly name: string | null
  readonly says: Text | null
}

const LEVELLED = /^([^:]+):(.+)$/

export function useKeyWord(): (dimension: string, row: Keyed) => string {
  const { t } = useI18n()
  const word = useWord()
  const say = useSay()
  const level = useLevel()
  return (dimension, row) => {
    if (row.key === '') return word('statistics.nothing', dimension, t('statistics.nothing.any'))
    if (dimension === 'level') {
      const [, type, grade] = LEVELLED.exec(row.key) ?? []
      if (type !== undefined && grade !== undefined) return `${word('type', type)} ${level(type, grade)}`
    }
    if (row.says) return say(row.says)
    if (row.name !== null) return row.name
    if (dimension === 'hour') return t('statistics.hour', { from: row.key, to: String(Number(row.key) + 1).padStart(2, '0') })
    return word(`statistics.keys.${dimension}`, row.key)
  }
}
