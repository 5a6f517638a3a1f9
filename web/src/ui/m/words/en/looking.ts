import type { Words } from '@/i18n/words'
import type { looking as zh } from '@/ui/m/words/zh-CN/looking'

/** Looking somebody up: whose card it is, and how his certificates stand. */
export const looking: Words<typeof zh> = {
  look: {
    title: 'Look somebody up',
    hint: 'Scan a badge or the code on a certificate, or enter a staff code or number.',
    typed: 'Staff code, certificate or badge number',
    asking: 'Asking…',
    again: 'Another one',
    open: 'Look somebody up',
    offline: 'The server cannot be reached: nothing can be told now. That is no yes: keep him from work and call the control room.',
    word: {
      unknown: 'No such person or certificate in the register',
      left: 'Left, not on the register',
      frozen: 'Frozen: may not work',
      banned: 'His firm is shut out: may not work',
      against: 'A certificate of his is refuted',
      doubted: 'This card and the register differ',
      ended: 'No certificate of his runs',
      unverified: 'Certificates not verified yet',
      good: 'Certificates verified',
    },
    next: {
      unknown: 'Keep him from work; ask the safety officer.',
      left: 'Do not let him in.',
      frozen: 'Have him stop and leave, replace him; call the safety officer.',
      banned: 'Have him stop and leave; call the safety officer.',
      against: 'Keep him from work; call the safety officer.',
      doubted: 'Compare face and name; keep the card for the safety officer, who asks the official page.',
      ended: 'He may do no work that needs a certificate.',
      unverified: 'Nobody can say yet that they are real: the safety officer asks the official page.',
      good: 'Compare the photo with him; whether he may do this work is for the permit to say.',
    },
    face: 'Is it he? A person has to compare the photo.',
    noFace: 'The register has no photo of him: nobody can tell here whether the bearer is the holder.',
    papers: 'Certificates',
    noPapers: 'The register has no certificate of his',
    permits: 'Running permits',
    noPermits: 'No running permit',
    barred: 'Must not do: {works}',
    barredAll: 'Must not take part in any special work',
    differs: 'The card says something else than the register: {what}',
    link: 'This code holds an address only. Davy does not open it and believes nothing of it: ask the official page.',
    at: 'Looked up at {time}',
    state: {
      confirmed: 'verified', differs: 'differs', not_found: 'not known', revoked: 'revoked', doubted: 'code differs',
      overdue: 'overdue', waiting: 'to be verified', none: 'given by the plant',
    },
    field: {
      name: 'name', holder_name: 'name on the paper', photo: 'photo', item: 'item', valid_from: 'valid from', valid_to: 'valid to',
      review_due: 'review due', status: 'state',
    },
    until: 'until {day}',
    ended: 'ended',
  },
}
