/** DER, as certificates and time stamps are written: each element in one way only. */
import { Doubt, text } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'

/** One element: its tag, all of its bytes, and its content. */
export interface Part {
  tag: number
  whole: Bytes
  content: Bytes
}

export const SEQUENCE = 0x30
export const SET = 0x31
const LARGEST = 1 << 24

/** The elements of this stretch, one after another. Throws Doubt for what is no DER. */
export function parts(der: Bytes): Part[] {
  const found: Part[] = []
  for (let at = 0; at < der.length; ) {
    const tag = der[at] ?? 0
    const [head, size] = length(der.subarray(at + 1))
    const start = at + 1 + head
    if ((tag & 0x1f) === 0x1f || start + size > der.length) throw new Doubt('no DER')
    found.push({ tag, whole: der.slice(at, start + size), content: der.slice(start, start + size) })
    at = start + size
  }
  return found
}

/** How many bytes tell the length here, and the length. Throws Doubt for another spelling than the shortest. */
function length(der: Bytes): [number, number] {
  const first = der[0] ?? 0x80
  if (first < 0x80) return [1, first]
  const more = first - 0x80
  const size = der.slice(1, 1 + more).reduce((sum, byte) => sum * 256 + byte, 0)
  if (more === 0 || more > 4 || der[1] === 0 || size < 0x80 || size > LARGEST) throw new Doubt('no DER')
  return [1 + more, size]
}

/** The one element that these bytes are. Throws Doubt. */
export function only(der: Bytes, tag: number): Part {
  const [found, more] = parts(der)
  if (found?.tag !== tag || more !== undefined) throw new Doubt('no DER')
  return found
}

/** The elements within one of this tag. Throws Doubt. */
export function within(part: Part | undefined, tag: number): Part[] {
  if (part?.tag !== tag) throw new Doubt('no DER')
  return parts(part.content)
}

/** The dotted name of an object. Throws Doubt. */
export function named(part: Part | undefined): string {
  if (part?.tag !== 6 || part.content.length === 0) throw new Doubt('no DER')
  const numbers: number[] = []
  let number = 0
  for (const byte of part.content) {
    number = number * 128 + (byte & 0x7f)
    if (byte < 0x80) {
      numbers.push(number)
      number = 0
    }
  }
  const first = numbers.shift() ?? 0
  const head = first < 80 ? [Math.floor(first / 40), first % 40] : [2, first - 80]
  return [...head, ...numbers].join('.')
}

/** A whole number. Throws Doubt. */
export function whole(part: Part | undefined): bigint {
  if (part?.tag !== 2 || part.content.length === 0) throw new Doubt('no DER')
  const bytes = part.content
  const found = bytes.reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
  return (bytes[0] ?? 0) < 0x80 ? found : found - (1n << BigInt(8 * bytes.length))
}

/** Milliseconds since 1970 of a UTCTime or GeneralizedTime in UTC. Throws Doubt. */
export function instant(part: Part | undefined): number {
  if (part === undefined) throw new Doubt('no time')
  const said = text(part.content)
  const told = part.tag === 0x17 ? `${Number(said.slice(0, 2)) < 50 ? '20' : '19'}${said}` : said
  const form = part.tag === 0x17 || part.tag === 0x18 ? /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(\.\d+)?Z$/ : /^$/
  const found = Date.parse(told.replace(form, '$1-$2-$3T$4:$5:$6Z'))
  if (!form.test(told) || Number.isNaN(found)) throw new Doubt('no time')
  return found + Math.floor(Number(`0${/\.\d+/.exec(told)?.[0] ?? ''}`) * 1000)
}
