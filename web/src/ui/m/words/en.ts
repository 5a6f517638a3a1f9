import type { Words } from '@/i18n/words'
import type { zhCN } from './zh-CN'

export const en: Words<typeof zhCN> = {
  start: { title: 'Work on site', hint: 'Look here first: may the work go on?' },
}
