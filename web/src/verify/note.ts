/** C2SP signed notes and their Ed25519 signatures. */
import { base64, Doubt, fromBase64, hex, joined, same, sha256, text, utf8 } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'

const ED25519 = Uint8Array.of(1)

/** A public key by the name of its log; `told` is the spelling handed to people. */
export interface Key {
  name: string
  point: Bytes
  id: Bytes
  told: string
}

/** The key of the spelling `name+id+base64`. Throws Doubt for anything else. */
export async function keyOf(told: string): Promise<Key> {
  const [, name = '', rest = ''] = /^([^+]*)\+[^+]*\+(.*)$/s.exec(told) ?? []
  const raw = fromBase64(rest)
  if (raw.length !== 33 || raw[0] !== 1) throw new Doubt('no Ed25519 key')
  const point = raw.slice(1)
  const id = (await sha256(joined(utf8(`${name}\n`), ED25519, point))).slice(0, 4)
  const found = { name, point, id, told: `${name}+${hex(id)}+${base64(raw)}` }
  if (found.told !== told) throw new Doubt('no Ed25519 key')
  return found
}

/** The text of the note, which this key signed. Throws Doubt. */
export async function opened(note: Bytes, key: Key): Promise<string> {
  const told = text(note)
  const gap = told.lastIndexOf('\n\n')
  if (gap < 0 || !told.endsWith('\n') || gap + 2 >= told.length) throw new Doubt('no signatures')
  const body = told.slice(0, gap + 1)
  for (const line of told.slice(gap + 2, -1).split('\n')) {
    const [dash = '', name = '', ...rest] = line.split(' ')
    const raw = fromBase64(rest.join(' '))
    if (base64(raw) !== rest.join(' ')) throw new Doubt('a line below the text is no signature')
    if (dash !== '—' || name !== key.name || !same(raw.slice(0, 4), key.id)) continue
    const own = await crypto.subtle.importKey('raw', key.point, 'Ed25519', false, ['verify'])
    if (await crypto.subtle.verify('Ed25519', own, raw.slice(4), utf8(body))) return body
    throw new Doubt('the signature does not hold')
  }
  throw new Doubt('not signed by this key')
}

/** The first of these keys that signed the note. Throws Doubt when none did. */
export async function signer(note: Bytes, keys: readonly Key[]): Promise<Key> {
  let doubt = new Doubt('not signed by these keys')
  for (const key of keys) {
    try {
      await opened(note, key)
      return key
    } catch (error) {
      if (error instanceof Doubt) doubt = error
    }
  }
  throw doubt
}
