import type { Words } from '@/i18n/words'
import type { inbox as source } from './inbox.zh-CN'

export const inbox: Words<typeof source> = {
  inbox: {
    title: 'Messages',
    unread: '{count} unread',
    readAll: 'Mark all read',
    didRead: 'Marked as read',
    didReadAll: '{count} marked as read',
    read: 'Mark as read',
    standing: 'Somebody must still act',
    standingHint: 'They leave the top once the alarm is closed, work goes on, or the place is clear.',
    time: 'Time',
    what: 'Message',
    about: 'Deal with it',
    toAlarm: 'See the alarm',
    toEmergency: 'See the emergency',
    toPermit: 'See the permit',
    older: 'Show older ones',
    end: 'Kept for 90 days. What happened stands in the permits and in the archive.',
    empty: 'No messages yet',
    emptyStep: 'What waits for your signature or check, every stop, and every change of your work comes here. The permits of the plant stand in “Permits”.',
    urgent: 'Urgent',
    task: 'For you',
    hint: 'j, k to move, Enter to open, m to mark as read',
  },
  day: { today: 'Today', yesterday: 'Yesterday' },
}
