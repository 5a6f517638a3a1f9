import type { Words } from '@/i18n/words'
import type { inbox as source } from '@/ui/m/words/zh-CN/inbox'

export const inbox: Words<typeof source> = {
  inbox: {
    title: 'Messages',
    unread: '{count} unread',
    reds: '{count} urgent',
    allRead: 'All read',
    readAll: 'Mark all read',
    didRead: 'Marked as read',
    didReadAll: '{count} marked as read',
    undo: 'Undo',
    read: 'Mark as read: {what}',
    standing: 'Somebody must still act',
    standingHint: 'They leave the top once people on site have acknowledged, handled and closed them.',
    older: 'Show older ones',
    end: 'Kept for 90 days',
    empty: 'No messages yet',
    emptyHint: 'What waits for your signature or check, every stop, and every change of your work comes here.',
    urgent: 'Urgent',
    offline: 'Offline: not noted as read. Press again once connected.',
  },
  day: { today: 'Today', yesterday: 'Yesterday' },
}
