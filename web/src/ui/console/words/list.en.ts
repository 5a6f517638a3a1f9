import type { Words } from '@/i18n/words'
import type { list as zhCN } from './list.zh-CN'

export const list: Words<typeof zhCN> = {
  list: {
    more: 'More filters',
    any: 'Any',
    level: 'Level',
    unit: 'Unit',
    firm: 'Contractor',
    person: 'Person',
    personHint: 'Type a name or staff number',
    point: 'Work point',
    equipment: 'Equipment',
    area: 'Area',
    type: 'Type',
    order: 'Plan or order',
    days: 'Work time',
    since: 'From day',
    until: 'To day',
    narrowed: 'Filters chosen',
    takeOff: 'Take off {name}',
    unknown: 'no longer in the register',
    find: 'Find in the list',
  },
}
