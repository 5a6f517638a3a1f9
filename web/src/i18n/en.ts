import type { Words } from '@/i18n/words'
import type { zhCN } from '@/i18n/zh-CN'

export const en: Words<typeof zhCN> = {
  product: 'Davy permit to work',
  server: {
    answering: 'Connected to the server',
    silent: 'The server does not answer. Check the network; nothing is lost.',
    asking: 'Connecting to the server…',
    again: 'Connect again',
  },
  language: { label: 'Language', 'zh-CN': '中文', en: 'English' },
}
