/** What the findings mean: the words of davy-verify (words.json is written from them). */
import { BROKEN, OPEN, PROVEN, TOLD } from '@/verify/finding'
import type { Finding, Level } from '@/verify/finding'
import words from '@/verify/words.json'

export type Language = 'zh' | 'en'
const AT = { zh: 0, en: 1 } as const
const NAMES = { [PROVEN]: 'proven', [OPEN]: 'open', [BROKEN]: 'broken', [TOLD]: 'told' } as const
const LONGEST = 300

/** One finding in words; `instead`: where a page says it otherwise than a command line. */
export function said(one: Finding, language: Language, instead: Readonly<Record<string, string>> = {}): string {
  const [zh, en] = (words.says as Record<string, string[]>)[one.code] ?? []
  const form = instead[one.code] ?? (language === 'zh' ? zh : en) ?? one.code
  const [kindZh, kindEn] = (words.kinds as Record<string, string[]>)[String(one.about['kind'])] ?? []
  const kind = language === 'zh' ? kindZh : kindEn
  return form.replace(/\{(\w+)\}/g, (_, name: string) => (name === 'kind' && kind !== undefined ? kind : plain(one.about[name])))
}

export function mark(level: Level, language: Language): string {
  return words.marks[NAMES[level]][AT[language]] ?? ''
}

export function verdict(level: 0 | 1 | 2, language: Language): string {
  return words.verdicts[NAMES[level]][AT[language]] ?? ''
}

/** Text from the bundle as it may be shown: nothing in it fills the page. */
function plain(value: unknown): string {
  const told = typeof value === 'string' ? value : JSON.stringify(value ?? null)
  return told.length > LONGEST ? `${told.slice(0, LONGEST)}…` : told
}
