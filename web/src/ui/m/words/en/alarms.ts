import type { Words } from '@/i18n/words'
import type { alarms as source } from '@/ui/m/words/zh-CN/alarms'

export const alarms: Words<typeof source> = {
  alarms: {
    listed: ', ',
    several: '{count} alarms',
    times: 'rang {count} times',
    step: { raised: 'Not acknowledged', acknowledged: 'Acknowledged', handled: 'Handled', closed: 'Closed' },
    mine: { raised: 'Yours to acknowledge', acknowledged: 'Yours to handle', handled: 'Yours to close', closed: 'Closed' },
    todo: 'What to do',
    state: 'State',
    rang: 'Rang',
    code: 'Code',
    owner: 'Owner',
    permit: 'See the permit',
    history: 'What was done',
    event: {
      AlarmAcknowledged: 'Acknowledged by',
      AlarmHandled: 'Handled by',
      AlarmClosed: 'Closed by',
      AlarmReopened: 'Rang again and opened again',
    },
    do: { acknowledge_alarm: 'Acknowledge', handle_alarm: 'Handle', close_alarm: 'Close the alarm' },
    write: { acknowledge_alarm: 'Acknowledge', handle_alarm: 'Record what was done', close_alarm: 'Close the alarm' },
    forSeveral: '{what} ({count} alarms)',
    note: {
      acknowledge_alarm: 'Note',
      handle_alarm: 'What was found, what was done',
      close_alarm: 'How it was put right, how the site is now',
    },
    noteFirst: 'Write it down first',
    resumesNothing: 'Acknowledging, handling or closing resumes no work. Resuming is done on the permit itself.',
    notMine: 'This alarm is not yours to handle. Its owner, the shift leader, the issuing side or the control room does.',
    waitsToClose: 'Handled. The shift leader, the issuing side or the control room closes it.',
    closed: 'This alarm is closed.',
    offline:
      'Offline: it cannot be acknowledged, handled or closed now, and nothing is kept to be sent later. Do what it says above; press again once connected.',
    call: {
      folded: '{count} places with an alarm nobody acknowledged · open',
      more: '{count} more places with alarms after this one',
      heard: 'I have heard it',
      fold: 'Fold away',
      mute: 'This phone is silent: tap for sound',
    },
    unread: 'The alarms could not be read; some may be yours to handle.',
    reminders: '{count} reminders',
  },
}
