/** JSON that can be read in one way only: no key twice, no fraction, no part that nobody knows. */
import { Doubt, text } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'

export type Json = null | boolean | number | string | Json[] | { [name: string]: Json }
export type Told = Record<string, Json>
export type Kind = 'string' | 'int' | 'bool' | 'null' | 'list' | 'map'
export type Form = Readonly<Record<string, readonly Kind[]>>

const DEEPEST = 500

/** The object on this line, which has exactly these parts, each of one of its kinds. Throws Doubt. */
export function form(line: Bytes, parts: Form): Told {
  const told = new Reader(text(line)).whole()
  if (kindOf(told) !== 'map') throw new Doubt('a line has other parts than it should')
  const found = told as Told
  const names = Object.keys(found)
  if (names.length !== Object.keys(parts).length || names.some((name) => !Object.hasOwn(parts, name))) {
    throw new Doubt('a line has other parts than it should')
  }
  for (const name of names) {
    if (!parts[name]?.includes(kindOf(found[name] ?? null))) throw new Doubt(`${name} is of another kind`)
  }
  return found
}

export function kindOf(told: Json): Kind {
  if (told === null) return 'null'
  if (Array.isArray(told)) return 'list'
  const kinds = { boolean: 'bool', number: 'int', string: 'string', object: 'map' } as const
  return kinds[typeof told as keyof typeof kinds]
}

/** A text or a whole number, as it is told. Throws Doubt for anything else. */
export function word(told: Json | undefined): string {
  if (typeof told === 'string') return told
  if (typeof told === 'number') return String(told)
  throw new Doubt('a word is missing')
}

class Reader {
  private at = 0

  private readonly told: string

  constructor(told: string) {
    this.told = told
  }

  whole(): Json {
    const found = this.value(0)
    this.blanks()
    if (this.at !== this.told.length) throw new Doubt('something follows')
    return found
  }

  private blanks(): void {
    while (' \t\n\r'.includes(this.told[this.at] ?? 'x')) this.at += 1
  }

  private value(deep: number): Json {
    if (deep > DEEPEST) throw new Doubt('nested too deep')
    this.blanks()
    const sign = this.told[this.at]
    if (sign === '{') return this.map(deep)
    if (sign === '[') return this.list(deep)
    if (sign === '"') return this.word()
    const found = /true|false|null|-?(?:0|[1-9]\d*)(?![\d.eE])/y
    found.lastIndex = this.at
    const plain = found.exec(this.told)?.[0]
    if (plain === undefined) throw new Doubt(`no JSON at ${this.at}`)
    this.at += plain.length
    const read = JSON.parse(plain) as Json
    if (typeof read === 'number' && !Number.isSafeInteger(read)) throw new Doubt(`${plain} is too large`)
    return read
  }

  private word(): string {
    const found = /"(?:[^"\\\u0000-\u001f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*"/y
    found.lastIndex = this.at
    const plain = found.exec(this.told)?.[0]
    if (plain === undefined) throw new Doubt(`no JSON at ${this.at}`)
    this.at += plain.length
    return JSON.parse(plain) as string
  }

  private next(wanted: string): boolean {
    this.blanks()
    if (this.told[this.at] !== wanted) return false
    this.at += 1
    return true
  }

  private list(deep: number): Json[] {
    this.at += 1
    const found: Json[] = []
    if (this.next(']')) return found
    do found.push(this.value(deep + 1))
    while (this.next(','))
    if (!this.next(']')) throw new Doubt(`no JSON at ${this.at}`)
    return found
  }

  private map(deep: number): Told {
    this.at += 1
    const found = new Map<string, Json>()
    if (this.next('}')) return {}
    do {
      this.blanks()
      const name = this.word()
      if (found.has(name)) throw new Doubt('a key stands there twice')
      if (!this.next(':')) throw new Doubt(`no JSON at ${this.at}`)
      found.set(name, this.value(deep + 1))
    } while (this.next(','))
    if (!this.next('}')) throw new Doubt(`no JSON at ${this.at}`)
    return Object.fromEntries(found)
  }
}
