import type { Words } from '@/i18n/words'
import type { waiting as source } from './waiting.zh-CN'

export const waiting: Words<typeof source> = {
  waiting: { loading: 'Opening…', again: 'Try again', kept: 'What you entered is still here.', removed: 'Removed: {what}', undo: 'Undo' },
  help: {
    open: 'Help',
    title: 'Help · {room}',
    search: 'Find in the help',
    what: 'What this is for',
    tasks: 'The three commonest tasks',
    keys: 'Keys of this page',
    noKeys: 'This page has no keys of its own.',
    clause: 'Based on',
    terms: 'Terms',
    others: 'Other pages',
    nothing: 'Nothing in the help about “{words}”. Try another word, or ask the safety officer.',
    close: 'Close the help',
  },
}
