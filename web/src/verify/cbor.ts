/** The little CBOR that a WebAuthn key is spelled in: whole numbers, texts, bytes and maps of them. */
import { Doubt, text } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'

const MOST = 8192
const DEEPEST = 4

/** The one value that these bytes spell. Throws Doubt for anything else, and for bytes after it. */
export function decoded(bytes: Bytes): unknown {
  if (bytes.length > MOST) throw new Doubt('too long for a key')
  const [found, end] = value(bytes, 0, 0)
  if (end !== bytes.length) throw new Doubt('something follows the key')
  return found
}

function value(bytes: Bytes, from: number, deep: number): [unknown, number] {
  if (deep > DEEPEST) throw new Doubt('nested too deep')
  const [kind, count, at] = head(bytes, from)
  if (kind === 0) return [count, at]
  if (kind === 1) return [-1 - count, at]
  if (kind === 2 || kind === 3) {
    const part = bytes.slice(at, at + count)
    if (part.length !== count) throw new Doubt('cut off')
    return [kind === 2 ? part : text(part), at + count]
  }
  if (kind !== 5) throw new Doubt('a value of another kind')
  return map(bytes, at, count, deep)
}

function map(bytes: Bytes, from: number, count: number, deep: number): [unknown, number] {
  const found = new Map<unknown, unknown>()
  let at = from
  for (let so = 0; so < count; so += 1) {
    const [key, after] = value(bytes, at, deep + 1)
    if (!(typeof key === 'number' || typeof key === 'string') || found.has(key)) throw new Doubt('a label twice, or none')
    const [inner, end] = value(bytes, after, deep + 1)
    found.set(key, inner)
    at = end
  }
  return [found, at]
}

/** Kind and count of what begins here, and where it goes on. */
function head(bytes: Bytes, at: number): [number, number, number] {
  const first = bytes[at]
  if (first === undefined) throw new Doubt('cut off')
  const low = first & 31
  if (low < 24) return [first >> 5, low, at + 1]
  const width = { 24: 1, 25: 2, 26: 4 }[low]
  if (width === undefined || at + 1 + width > bytes.length) throw new Doubt('cut off')
  let count = 0
  for (const byte of bytes.slice(at + 1, at + 1 + width)) count = count * 256 + byte
  return [first >> 5, count, at + 1 + width]
}
