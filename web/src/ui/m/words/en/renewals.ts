import type { Words } from '@/i18n/words'
import type { renewals as zhCN } from '@/ui/m/words/zh-CN/renewals'

export const renewals: Words<typeof zhCN> = {
  renewal: {
    title: 'Papers that end',
    none: 'None of your papers ends soon',
    noneHint: 'They are told here from 90 days before.',
    days: 'Ends in {days} days',
    today: 'Last day today',
    ended: 'Ended {days} days ago: no work with it',
    until: 'Last day {day}',
    bring: 'What to bring',
    booked: 'Appointment',
    book: 'Note appointment',
    change: 'Change',
    unbook: 'No appointment',
    on: 'Day',
    place: 'Place',
    keep: 'Save',
    cancel: 'Back',
    quiet: 'Until then you are not reminded again. A paper that has ended gives no work all the same.',
    late: 'The appointment is after the end',
    clause: 'By {clause}',
  },
}
