import type { Words } from '@/i18n/words'
import type { offlineZh } from '@/i18n/offline.zh-CN'

export const offlineEn: Words<typeof offlineZh> = {
  offlineWork: {
    calls: 'Approved to go on without signal · detector {detector} · last heard {heard}{next}',
    next: ' · next before {time}',
    never: 'never',
    asked: '{who} asked for “{what}” at {time} without a connection. It did not take effect; please do it now.',
    ask: 'Write down that I ask for: {what}',
    askedHere: 'Your request is written down and has no effect yet. Do it yourself once there is signal.',
    heading: 'No signal on site',
    hint: 'Only for work that is not tested for gas. Once approved, somebody reports by radio or telephone every 15 minutes; one missed call stops the work.',
    toggle: 'No signal there; they report by radio',
    detector: 'Number of the portable detector',
    no: 'There is signal',
    yes: 'No signal · detector {detector}',
    who: 'Who called',
    how: 'What was said',
    well: 'All is well',
    trouble: 'Something is wrong: stop',
    notes: 'What exactly (may be left out)',
    record: 'Record',
    chooseFirst: 'Choose who called and how it is',
    callHint: 'Record each call from the site. Without another one within 15 minutes the work is stopped by itself.',
  },
}
