/** Certificates held against those who issued them, as the screens read them. */
import type { components } from '@/core/api'

type Shapes = components['schemas']
export type VerifiedPaper = Shapes['VerifiedOut']
export type VerifiedPage = Shapes['VerifiedPageOut']
export type VerifiedDetail = Shapes['VerifiedDetailOut']
export type VerifiedStep = Shapes['VerifiedStepOut']
export type FrozenPerson = Shapes['FrozenOut']
export type PaperState = VerifiedPaper['state']

/** What speaks against somebody comes first, what only waits after it. */
export const PAPER_STATES: readonly PaperState[] = [
  'differs', 'not_found', 'revoked', 'doubted', 'overdue', 'waiting', 'confirmed',
]
export const AGAINST: ReadonlySet<PaperState> = new Set<PaperState>(['differs', 'not_found', 'revoked'])

/** What somebody read on the official page, as he fills it in. */
export interface OfficialDraft {
  found: boolean | null
  number: string
  name: string
  item: string
  validFrom: string
  validTo: string
  reviewDue: string
  status: '' | 'valid' | 'expired' | 'revoked'
  photo: '' | 'same' | 'other'
}

export const emptyDraft = (): OfficialDraft => ({
  found: null, number: '', name: '', item: '', validFrom: '', validTo: '', reviewDue: '', status: '', photo: '',
})

const day = (text: string): string | null => (text === '' ? null : text)

/** The answer as the command takes it. What was left open stays open: the server makes no yes of it. */
export function answerOf(draft: OfficialDraft): Readonly<Record<string, unknown>> {
  const told = { found: draft.found, number: draft.number.trim() }
  if (draft.found !== true) return told
  const record = {
    item: draft.item.trim(),
    valid_from: day(draft.validFrom),
    valid_to: day(draft.validTo),
    review_due: day(draft.reviewDue),
    status: draft.status,
  }
  return { ...told, name: draft.name.trim(), records: record.item === '' ? [] : [record], photo: draft.photo }
}

/** Whether enough was entered to be sent: what the page said, about which number, and the picture of it. */
export function isReady(draft: OfficialDraft, screenshot: string): boolean {
  return draft.found !== null && draft.number.trim() !== '' && screenshot !== ''
}

export type QuerySource = Shapes['ConnectorOut']
export type QuerySourceDraft = Shapes['ConnectorIn']
export type Night = Shapes['NightOut']
export type NightReport = Shapes['NightDetailOut']

/** `found=data.exists` a line: what a query service calls our fields. Lines without a name are left out. */
export function namesOf(text: string): Readonly<Record<string, string>> {
  const pairs = text.split('\n').map((row) => row.split('=', 2).map((part) => part.trim()))
  return Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair.length === 2 && pair.every((part) => part !== '')))
}

export const textOf = (names: Readonly<Record<string, string>>): string =>
  Object.entries(names)
    .map(([ours, theirs]) => `${ours}=${theirs}`)
    .join('\n')

export type LookedUp = Shapes['LookedUpOut']

/** How grave the word about somebody is: `stop` keeps him from work, `ask` is no yes, `good` is one. */
export function weightOf(word: LookedUp['word']): 'good' | 'ask' | 'stop' {
  if (word === 'good') return 'good'
  return word === 'unverified' || word === 'doubted' || word === 'unknown' ? 'ask' : 'stop'
}
