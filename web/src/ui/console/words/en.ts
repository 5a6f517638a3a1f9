import type { Words } from '@/i18n/words'
import type { zhCN } from './zh-CN'

export const en: Words<typeof zhCN> = {
  start: { title: 'Overview', hint: 'Permits, approvals and alarms of the whole plant.' },
}
