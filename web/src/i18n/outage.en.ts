import type { outageZhCN } from '@/i18n/outage.zh-CN'
import type { Words } from '@/i18n/words'

export const outageEn: Words<typeof outageZhCN> = {
  outageBand: {
    lead: 'Outage',
    whole: 'whole site',
    since: 'since {time}',
    only: 'only its sheets count',
    until: 'expected back {time}',
    over: 'expected back {time}, overdue',
    act: 'expected back {time} and overdue: extend it, or tell when it ended',
  },
}
