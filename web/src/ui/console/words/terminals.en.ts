import type { Words } from '@/i18n/words'
import type { terminalsZhCN } from './terminals.zh-CN'

export const terminalsEn: Words<typeof terminalsZhCN> = {
  terminals: {
    make: 'New shared terminal',
    hint: 'For the gate house and the control room: people without a phone sign by badge (level 1). Nobody stays logged in.',
    site: 'Site',
    show: 'Show the code',
    code: 'Code of a shared terminal',
    openThere: 'Open this address on the device that becomes the terminal, or scan it. It works once.',
    name: 'Terminal',
    nothing: 'No shared terminal yet',
    nothingStep: 'Choose the site, enter your password, and open the code on the device at the gate.',
  },
  badges: {
    add: 'Register a badge',
    hint: 'Put the cursor into the number and read the badge. Only a keyed hash is kept. Its owner also needs a PIN.',
    person: 'Holder',
    number: 'Badge number',
    save: 'Register',
    ends: 'Ends in',
    lost: 'Report lost',
    lostSure: 'Lost: end it now',
    nothing: 'No badge is registered yet',
    nothingStep: 'A safety officer or registrar can register one.',
    account: 'Account',
    key: 'Passkey',
    used: 'Last used',
    noKeys: 'Nobody has a passkey yet',
    noKeysStep: 'Everybody registers his own on the phone, under Me.',
  },
}
