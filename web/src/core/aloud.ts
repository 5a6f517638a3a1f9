/** What is read aloud, and by which voice of the phone itself: nothing on the permit is sent to a voice in the network. */
import { worksHere } from '@/core/next'
import type { Language } from '@/core/language'
import type { Text } from '@/core/text'
import type { Permit } from '@/core/types'

/** The part of a voice of the browser that is looked at. */
export interface Voice {
  readonly lang: string
  readonly localService: boolean
}

const TONGUES: Readonly<Record<Language, readonly RegExp[]>> = {
  // 普通话 first; a voice of Cantonese reads the same signs in words that few on site know.
  'zh-CN': [/^(zh|cmn)(-hans)?-cn/, /^(zh|cmn)(-hans)?(-sg)?$/, /^(zh|cmn)(-hant)?-tw/],
  en: [/^en-(gb|us)/, /^en/],
}

/** The phone's own voice of this language; null where it has none. */
export function voiceFor<V extends Voice>(voices: readonly V[], language: Language): V | null {
  const own = voices.filter(({ localService }) => localService)
  for (const tongue of TONGUES[language]) {
    const found = own.find(({ lang }) => tongue.test(lang.toLowerCase().replaceAll('_', '-')))
    if (found) return found
  }
  return null
}

type Say = (text: Text) => string

/** The briefing in the order of the page: its items, then what endangers and what is done against it. */
export function briefingLines(permit: Pick<Permit, 'briefing' | 'hazards' | 'measures'>, say: Say): readonly string[] {
  const hazards = permit.hazards.filter(({ applies }) => applies === true)
  const measures = permit.measures.filter(({ applies }) => applies === true)
  const against = ({ controls, chosen }: (typeof hazards)[number]): readonly string[] =>
    controls.filter(({ id }) => chosen.includes(id)).map(say)
  return [
    ...permit.briefing.items.map(say),
    ...hazards.map((row) => [say(row), ...against(row)].join('，')),
    ...measures.map(say),
  ]
}

/** Something that calls people: a stop of work they are at, or an alarm on it. */
export interface Call {
  readonly key: string
  readonly words: Text
}

/** What calls the people of this permit now; the key is another one each time it is told anew. */
export function callsOf(permit: Permit): readonly Call[] {
  if (!worksHere(permit)) return []
  const stops = permit.causes.filter(({ kind }) => kind !== 'break')
  const open = permit.alarms.filter(({ state }) => state === 'raised')
  return [
    ...stops.map(({ id, at, title }) => ({ key: `${permit.id} ${id} ${at}`, words: title })),
    ...open.map(({ ids, title }) => ({ key: ids.join(), words: title })),
  ]
}
