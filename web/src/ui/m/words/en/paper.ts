export const paper = {
  paper: {
    unknown: 'No sheet was printed under this number; it is not to be used',
    copy: 'This is a copy for reading, not registered; no work may go on by it',
    notKnown: 'The server is out of reach: nobody knows whether this sheet still counts',
    number: 'Sheet {n} · printed {time} by {name}',
    replaced: 'Replaced by sheet {n}',
    takeAway: 'Take this sheet away and go by the electronic permit below.',
  },
  terminal: {
    zoneUnknown: 'Ex zone not known, treat it as one',
    fit: 'this phone carries the Ex mark {mark} and may be used',
    plain: 'this phone carries no Ex mark; do not use it inside',
    stranger: 'marked terminals only, and this phone is not enrolled',
    hint: 'a phone without an Ex mark is not to be used inside',
    remedy: 'Take photos, scan, record and connect a meter in a safe area, or use an Ex terminal. Stop can be pressed at any time.',
  },
} as const
