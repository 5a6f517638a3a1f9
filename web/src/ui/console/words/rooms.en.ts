import type { Words } from '@/i18n/words'
import type { rooms as zhCN } from './rooms.zh-CN'

export const rooms: Words<typeof zhCN> = {
  room: {
    overview: 'Overview',
    permits: 'Permits',
    approvals: 'Approvals',
    planning: 'Planning',
    isolations: 'Isolation',
    schemes: 'Work plans',
    outages: 'Outages and sheets',
    alarms: 'Alarms',
    emergencies: 'Emergency',
    instruments: 'Instruments',
    inbox: 'Messages',
    people: 'People',
    places: 'Places',
    statistics: 'Figures',
    archive: 'Archive',
    inspect: 'Inspect',
    settings: 'Settings',
  },
}
