/** Signatures of phones and passkeys: P-256 as browsers make it, and the keys of WebAuthn (COSE). */
import { base64, Doubt, fromBase64url, joined } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'
import { decoded } from '@/verify/cbor'

const P256 = { name: 'ECDSA', namedCurve: 'P-256' }
const WITH_SHA256 = { name: 'ECDSA', hash: 'SHA-256' }

/** Whether this P-256 point signed the message (raw r and s). Throws Doubt for what is no key. */
export async function byDevice(key: string, signature: string, message: Bytes): Promise<boolean> {
  const raw = fromBase64url(signature)
  if (raw.length !== 64) throw new Doubt('a signature of another length')
  return ecdsa(fromBase64url(key), raw, message)
}

/** Whether this key, as WebAuthn spells it, signed the message. Throws Doubt for an unknown kind of key. */
export async function byPasskey(key: string, signature: string, message: Bytes): Promise<boolean> {
  const told = decoded(fromBase64url(key))
  if (!(told instanceof Map)) throw new Doubt('no key')
  const raw = fromBase64url(signature)
  const kind = `${String(told.get(1))} ${String(told.get(3))}`
  if (kind === '2 -7' && told.get(-1) === 1) {
    return ecdsa(joined(Uint8Array.of(4), part(told, -2, 32), part(told, -3, 32)), plainOf(raw), message)
  }
  if (kind === '1 -8' && told.get(-1) === 6) {
    const own = await imported('raw', part(told, -2, 32), 'Ed25519')
    return crypto.subtle.verify('Ed25519', own, raw, message)
  }
  if (kind !== '3 -257') throw new Doubt('a key of another kind')
  const modulus = part(told, -1)
  if (modulus.length < 256) throw new Doubt('an RSA key that is too short')
  const jwk = { kty: 'RSA', n: url(modulus), e: url(part(told, -2)) }
  const rsa = await crypto.subtle.importKey('jwk', jwk, { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }, false, ['verify'])
  return crypto.subtle.verify('RSASSA-PKCS1-v1_5', rsa, raw, message)
}

async function ecdsa(point: Bytes, raw: Bytes, message: Bytes): Promise<boolean> {
  return crypto.subtle.verify(WITH_SHA256, await imported('raw', point, P256), raw, message)
}

async function imported(form: 'raw', point: Bytes, kind: string | EcKeyImportParams): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey(form, point, kind, false, ['verify'])
  } catch {
    throw new Doubt('no key')
  }
}

function part(told: ReadonlyMap<unknown, unknown>, label: number, size?: number): Bytes {
  const found = told.get(label)
  if (!(found instanceof Uint8Array)) throw new Doubt('no key')
  if (size !== undefined && found.length !== size) throw new Doubt('a key of another length')
  return found as Bytes
}

function url(bytes: Bytes): string {
  return base64(bytes).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '')
}

/** Raw r and s of a signature in DER, as authenticators give it. Throws Doubt. */
export function plainOf(der: Bytes): Bytes {
  const [first, size] = [der[0], der[1]]
  if (first !== 0x30 || size !== der.length - 2 || size > 0x7f) throw new Doubt('the signature is no DER')
  const [r, at] = half(der, 2)
  const [s, end] = half(der, at)
  if (end !== der.length) throw new Doubt('the signature is no DER')
  return joined(r, s)
}

function half(der: Bytes, at: number): [Bytes, number] {
  const size = der[at + 1] ?? 0
  const until = at + 2 + size
  const number = der.slice(at + 2, until)
  const [first = 0, second = 0] = number
  const padded = number.length > 1 && first === 0 && second < 0x80
  if (der[at] !== 2 || size === 0 || number.length !== size || first >= 0x80 || padded) throw new Doubt('the signature is no DER')
  const bare = first === 0 ? number.slice(1) : number
  if (bare.length > 32) throw new Doubt('the signature is no DER')
  return [joined(new Uint8Array(32 - bare.length), bare), until]
}
