/** The keys of witnesses and their lines: each signs text and time. */
import { base64, Doubt, fromBase64, hex, joined, same, sha256, text, utf8 } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'
import type { Key } from '@/verify/note'

const COSIGNED = Uint8Array.of(4)

/** The public key of a witness. */
export interface Witness {
  name: string
  point: Bytes
  id: Bytes
}

/** The key of the spelling `name+id+base64`. Throws Doubt for anything else. */
export async function witnessOf(told: string): Promise<Witness> {
  const [, name = '', id = '', rest = ''] = /^([^+]*)\+([^+]*)\+(.*)$/s.exec(told) ?? []
  const raw = fromBase64(rest)
  const point = raw.slice(1)
  const own = (await sha256(joined(utf8(`${name}\n`), COSIGNED, point))).slice(0, 4)
  if (raw.length !== 33 || raw[0] !== 4 || hex(own) !== id || base64(raw) !== rest) throw new Doubt('no Ed25519 key of a witness')
  return { name, point, id: own }
}

/** When this witness signed the note, in seconds since 1970; null when it has no line of his. Throws Doubt when his
 * line does not hold. */
export async function cosignedAt(note: Bytes, witness: Witness): Promise<bigint | null> {
  const [body, lines] = halves(note)
  for (const line of lines) {
    if (!line.dash || line.name !== witness.name || !same(line.raw.slice(0, 4), witness.id)) continue
    const at = line.raw.slice(4, 12).reduce((sum, byte) => sum * 256n + BigInt(byte), 0n)
    const said = utf8(`cosignature/v1\ntime ${at.toString()}\n${body}\n`)
    const own = await crypto.subtle.importKey('raw', witness.point, 'Ed25519', false, ['verify'])
    if (await crypto.subtle.verify('Ed25519', own, line.raw.slice(12), said)) return at
    throw new Doubt(`the line of ${line.name} does not hold`)
  }
  return null
}

/** How many lines below the note are of another name than this key. Throws Doubt. */
export function others(note: Bytes, key: Key): number {
  return halves(note)[1].filter((line) => line.name !== key.name).length
}

/** The note as this key signed it, without the lines of others. Throws Doubt. */
export function signedPart(note: Bytes, key: Key): Bytes {
  const [body, lines] = halves(note)
  const own = lines.find((line) => line.dash && line.name === key.name && same(line.raw.slice(0, 4), key.id))
  if (own === undefined) throw new Doubt('not signed by this key')
  return utf8(`${body}\n\n${own.told}\n`)
}

interface Line {
  told: string
  dash: boolean
  name: string
  raw: Bytes
}

function halves(note: Bytes): [string, Line[]] {
  const told = text(note)
  const gap = told.lastIndexOf('\n\n')
  const lines = told.slice(gap + 2).split('\n').slice(0, -1)
  return [told.slice(0, Math.max(gap, 0)), lines.map(line)]
}

function line(told: string): Line {
  const [dash = '', name = '', ...rest] = told.split(' ')
  const raw = fromBase64(rest.join(' '))
  if (base64(raw) !== rest.join(' ')) throw new Doubt('a line below the text is no signature')
  return { told, dash: dash === '—', name, raw }
}
