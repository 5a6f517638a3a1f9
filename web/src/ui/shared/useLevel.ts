/** The level of a work in words: work at height counts Ⅰ to Ⅳ upwards, the others 特级, 一级, 二级 downwards. */
import { useI18n } from 'vue-i18n'

export function useLevel(): (type: string, level: string) => string {
  const { t } = useI18n()
  return (type, level) => t(`${type === 'height' ? 'heightLevel' : 'level'}.${level}`)
}
