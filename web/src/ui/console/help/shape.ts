/** How the help of a room is written: plain sentences, shown as text and never as markup. */
import type { Room } from '@/ui/console/frame/rooms'

export type Topic = Room['name'] | 'map' | 'activity'

export interface HelpPage {
  readonly name: string
  readonly what: string
  /** The three commonest tasks, each a sentence. */
  readonly tasks: readonly [string, string, string]
  readonly clause: string
}

export interface Term {
  /** As it stands in a heading. */
  readonly word: string
  readonly says: string
}

export interface Help {
  readonly pages: Readonly<Record<Topic, HelpPage>>
  readonly terms: readonly Term[]
  /** What each key does, in general; a room that means something else says so here by `room.key`. */
  readonly keys: Readonly<Record<string, string>>
}

/** What a key does in this room, null where nobody has said. */
export function keySays(help: Help, room: string, key: string): string | null {
  return help.keys[`${room}.${key}`] ?? help.keys[key] ?? null
}

export interface Found {
  readonly topic: Topic | null
  readonly name: string
  readonly line: string
}

/** Every sentence in which these words stand, and every term. */
export function search(help: Help, words: string): readonly Found[] {
  const wanted = words.trim().toLowerCase()
  if (wanted === '') return []
  const has = (line: string): boolean => line.toLowerCase().includes(wanted)
  const pages = (Object.entries(help.pages) as [Topic, HelpPage][]).flatMap(([topic, page]) =>
    [page.name, page.what, ...page.tasks, page.clause].filter(has).map((line) => ({ topic, name: page.name, line })),
  )
  const terms = help.terms.filter(({ word, says }) => has(word) || has(says))
  return [...pages, ...terms.map(({ word, says }) => ({ topic: null, name: word, line: says }))]
}

export interface Piece {
  readonly text: string
  /** The term's explanation, null for the text between. */
  readonly says: string | null
}

/** A heading cut at the terms that stand in it; of two that begin at one place the longer one. */
export function pieces(terms: readonly Term[], heading: string): readonly Piece[] {
  const found: Piece[] = []
  const longest = [...terms].sort((a, b) => b.word.length - a.word.length)
  let plain = ''
  for (let at = 0; at < heading.length; ) {
    const term = longest.find(({ word }) => heading.startsWith(word, at))
    if (term === undefined) {
      plain += heading.charAt(at)
      at += 1
      continue
    }
    if (plain !== '') found.push({ text: plain, says: null })
    plain = ''
    found.push({ text: term.word, says: term.says })
    at += term.word.length
  }
  return plain === '' ? found : [...found, { text: plain, says: null }]
}
