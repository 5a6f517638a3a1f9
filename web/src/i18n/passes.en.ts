/** Whom gates let in by a permit, on its card. */
import type { passesZhCN } from '@/i18n/passes.zh-CN'
import type { Words } from '@/i18n/words'

export const passesEn: Words<typeof passesZhCN> = {
  passes: {
    title: 'Gates',
    count: '{people} of {known} let in',
    none: 'No gate leads here, or it is not time yet',
    noneStep: 'From an hour before the start of an issued permit its people are let in; its end or pause takes that back. The way out is always open.',
    out: 'The way out is always open',
    until: '{gate} · until {time}',
    state: {
      asked: 'On its way',
      in: 'Let in',
      late: 'Not done by the gate',
      revoking: 'Being taken back',
      revoke_late: 'Could not be taken back',
      revoked: 'Taken back',
    },
    why: {
      time: 'not time yet',
      paused: 'work is paused',
      frozen: 'area is stopped',
      person: 'person frozen or gone',
      barred: 'kept from this work',
      certificate: 'certificate does not hold',
      ended: 'permit is over',
      off_permit: 'no longer on the permit',
      out_of_service: 'gate out of service',
    },
  },
}
