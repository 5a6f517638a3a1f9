/** A "no" of the server (RFC 9457), read leniently: whatever arrives, there is a sentence to show and a way out. */
import type { Condition } from '@/core/types'
import type { Text } from '@/core/text'

export interface Reason {
  readonly code: string
  readonly clause: string | null
  readonly says: Text
  readonly remedy: Text | null
  /** The condition that is not met, when the reason is one. */
  readonly condition: Pick<Condition, 'requirement' | 'clause' | 'title' | 'outcome' | 'remedy'> | null
}

export interface Problem {
  /** 0 when no answer came. */
  readonly status: number
  readonly code: string
  readonly clause: string | null
  readonly says: Text
  readonly reasons: readonly Reason[]
  /** The fields it is about, by name. */
  readonly at?: readonly string[]
  /** Ways out in words. */
  readonly remedies: readonly Text[]
}

const UNTOLD: Text = {
  zh: '服务器拒绝了，但没有说明原因。请截屏交给中控。',
  en: 'The server refused without saying why. Show this screen to the control room.',
}

/** The server was there and could not; what it said is for those who look after it. */
const BROKEN: Text = {
  zh: '服务器出了问题，这次没有办成。过一会儿重试；一直不行就打电话给中控。',
  en: 'The server has a problem and could not do this. Try again in a while; call the control room if it goes on.',
}

/** A question that only reads got no answer: nothing can have been done. */
export const UNHEARD: Problem = {
  status: 0,
  code: 'no_answer',
  clause: null,
  says: { zh: '没有收到服务器的回答，请再试一次。', en: 'The server did not answer; try again.' },
  reasons: [],
  remedies: [],
}

/** A step got no answer: it may have been done. */
export const NO_ANSWER: Problem = {
  status: 0,
  code: 'no_answer',
  clause: null,
  says: {
    zh: '没有收到服务器的回答。不知道是否已经办成，请重试。',
    en: 'The server did not answer. It is not known whether this was done; try again.',
  },
  reasons: [],
  remedies: [],
}

type Raw = Readonly<Record<string, unknown>>

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null
}

function word(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

function text(value: unknown): Text | null {
  if (typeof value === 'string') return { zh: value, en: value }
  if (!isRaw(value)) return null
  const zh = word(value['zh'])
  const en = word(value['en'])
  return zh === null && en === null ? null : { zh: zh ?? en ?? '', en: en ?? zh ?? '' }
}

function condition(value: unknown): Reason['condition'] {
  if (!isRaw(value)) return null
  const requirement = word(value['requirement'])
  const title = text(value['title'])
  if (requirement === null || title === null) return null
  const outcome = value['outcome'] === 'unknown' ? 'unknown' : 'failed'
  return { requirement, clause: word(value['clause']) ?? '', title, outcome, remedy: word(value['remedy']) }
}

/** A malformed body is told by place and fault instead of a sentence. */
function fault(raw: Raw): Text | null {
  const at = word(raw['at'])
  const wrong = text(raw['wrong'])
  if (wrong === null) return null
  return at === null ? wrong : { zh: `${at}:${wrong.zh}`, en: `${at}: ${wrong.en}` }
}

function reason(value: unknown): Reason | null {
  if (!isRaw(value)) return null
  const found = condition(value['missing']) ?? condition(value)
  const says = [text(value['says']), found?.title, text(value['title']), fault(value)].find(Boolean)
  if (!says) return null
  const remedy = found === null || isRaw(value['remedy']) ? text(value['remedy']) : null
  return { code: word(value['code']) ?? 'unknown', clause: word(value['clause']), says, remedy, condition: found }
}

const placeOf = (row: unknown): string | null => (isRaw(row) ? word(row['at']) : null)

export function problemOf(status: number, body: unknown): Problem {
  const raw = isRaw(body) ? body : {}
  const rows = Array.isArray(raw['missing']) ? raw['missing'] : []
  const reasons = rows.map(reason).filter((found) => found !== null)
  const says = text(raw['detail']) ?? text(raw['title']) ?? reasons[0]?.says ?? (status >= 500 ? BROKEN : UNTOLD)
  const ways = Array.isArray(raw['remedy']) ? raw['remedy'] : []
  const remedies = ways.map(text).filter((found) => found !== null)
  const code = word(raw['code']) ?? `http_${status}`
  return { status, code, clause: word(raw['clause']), says, reasons, remedies, at: rows.map(placeOf).filter((at) => at !== null) }
}

/** Whether trying again with the same bytes may help. */
export function isPassing(problem: Problem): boolean {
  return problem.status === 0 || problem.status === 503 || problem.status === 502 || problem.status === 504
}
