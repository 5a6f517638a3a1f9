export const paper = {
  paper: {
    unknown: 'No sheet was printed under this number; it is not to be used',
    copy: 'This is a copy for reading, not registered; no work may go on by it',
    notKnown: 'The server is out of reach: nobody knows whether this sheet still counts',
    number: 'Sheet {n} · printed {time} by {name}',
    replaced: 'Replaced by sheet {n}',
    takeAway: 'Take this sheet away and go by the electronic permit below.',
  },
} as const
