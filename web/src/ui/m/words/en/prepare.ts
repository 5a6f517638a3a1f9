import type { Words } from '@/i18n/words'
import type { prepare as source } from '@/ui/m/words/zh-CN/prepare'

export const prepare: Words<typeof source> = {
  prepare: {
    answerFirst: 'Choose present or not present',
    left: '{count} not looked at yet',
    gas: {
      meter: 'Readings of the meter',
      value: 'reading',
      tap: 'Tap to type',
      last: 'Round before',
      sampledAt: 'sampled {time}',
      other: 'Type what the display shows; the server converts',
      photoFirst: 'Photograph the display first',
      evacuate: 'A value fails: the work has been stopped, leave the place',
      again: 'Test this point again',
      judged: 'Judged by the server',
      closeRound: '{count} points to go in this round',
    },
    start: {
      stands: 'Cannot start now',
      ready: 'Everything is met',
      sureScan: 'Scan the work point first',
      position: 'Waiting for the position',
    },
    sign: {
      gas: 'Gas',
      people: 'People',
      evidenceOf: '{name}: {value}',
      later: 'Signatures go in order; now it is “{title}”',
      returned: 'Give the reason',
      more: 'Another decision',
      photo: 'Photo',
    },
  },
}
