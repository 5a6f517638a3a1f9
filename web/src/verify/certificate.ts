/** Certificates (X.509) as far as a time stamp needs them: who signed whom, from when to when, and what for. */
import { Doubt, fromBase64, joined, same, text, Unjudged } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'
import { instant, named, only, SEQUENCE, SET, whole, within } from '@/verify/der'
import type { Part } from '@/verify/der'

const EXTENDED_USE = '2.5.29.37'
const USE = '2.5.29.15'
const CONSTRAINTS = '2.5.29.19'
/** Extensions whose meaning is held here; another one that is critical makes the certificate useless. */
const HELD = new Set([EXTENDED_USE, USE, CONSTRAINTS, '2.5.29.17', '2.5.29.32'])
const STAMPING = '1.3.6.1.5.5.7.3.8'
const SIGNS = 0x04 // keyCertSign in the first byte of the key's uses
const HASHES: Readonly<Record<string, string>> = {
  '2.16.840.1.101.3.4.2.1': 'SHA-256', '2.16.840.1.101.3.4.2.2': 'SHA-384', '2.16.840.1.101.3.4.2.3': 'SHA-512',
}
const RSA: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.11': 'SHA-256', '1.2.840.113549.1.1.12': 'SHA-384', '1.2.840.113549.1.1.13': 'SHA-512',
}
const PSS = '1.2.840.113549.1.1.10'
const MASKED = '1.2.840.113549.1.1.8'
const ECDSA: Readonly<Record<string, string>> = {
  '1.2.840.10045.4.3.2': 'SHA-256', '1.2.840.10045.4.3.3': 'SHA-384', '1.2.840.10045.4.3.4': 'SHA-512',
}
const CURVES: Readonly<Record<string, [string, number]>> = {
  '1.2.840.10045.3.1.7': ['P-256', 32], '1.3.132.0.34': ['P-384', 48], '1.3.132.0.35': ['P-521', 66],
}
const RSA_KEY = '1.2.840.113549.1.1.1'
const SHORT: Readonly<Record<string, string>> = {
  '2.5.4.3': 'CN', '2.5.4.6': 'C', '2.5.4.7': 'L', '2.5.4.8': 'ST', '2.5.4.10': 'O', '2.5.4.11': 'OU',
}

export interface Certificate {
  whole: Bytes
  signed: Bytes
  serial: bigint
  issuer: Bytes
  subject: Bytes
  from: number
  until: number
  key: Bytes
  /** The signature on it: by which algorithm, as it is told with its parameters, and the signature itself. */
  algorithm: Part
  signature: Bytes
  extensions: Map<string, { critical: boolean; value: Bytes }>
}

/** The certificate of these bytes. Throws Doubt. */
export function certificate(der: Bytes): Certificate {
  const [told, algorithm, signature] = within(only(der, SEQUENCE), SEQUENCE)
  if (told === undefined || algorithm === undefined || signature === undefined) throw new Doubt('no certificate')
  const inside = within(told, SEQUENCE)
  const [serial, , issuer, validity, subject, key, ...rest] = inside[0]?.tag === 0xa0 ? inside.slice(1) : inside
  const [from, until] = within(validity, SEQUENCE)
  if (issuer === undefined || subject === undefined || key === undefined) throw new Doubt('no certificate')
  return {
    whole: der, signed: told.whole, serial: whole(serial), issuer: issuer.whole, subject: subject.whole,
    from: instant(from), until: instant(until), key: key.whole,
    algorithm, signature: bits(signature),
    extensions: extensions(rest.find((part) => part.tag === 0xa3)),
  }
}

/** The certificates of a PEM file. Throws Doubt when there are none. */
export function certificates(pem: Bytes): Certificate[] {
  const found = [...text(pem).matchAll(/-----BEGIN CERTIFICATE-----([\sA-Za-z0-9+/=]*)-----END CERTIFICATE-----/g)]
  if (found.length === 0) throw new Doubt('no certificates')
  return found.map(([, told = '']) => certificate(fromBase64(told.replace(/\s/g, ''))))
}

/** Whether this key, as certificates tell it, made the signature; `hash` where the algorithm leaves it open. Throws
 * Unjudged for a kind that is not known. */
export async function signedBy(key: Bytes, algorithm: Part | undefined, hash: string | null, signature: Bytes, message: Bytes): Promise<boolean> {
  const [curve, size] = kindOf(key)
  const [kind, parameters] = within(algorithm, SEQUENCE)
  const told = named(kind)
  if (curve !== null) {
    const digest = ECDSA[told]
    if (digest === undefined) throw new Unjudged('a signature of another kind')
    const point = await imported(key, { name: 'ECDSA', namedCurve: curve })
    return crypto.subtle.verify({ name: 'ECDSA', hash: digest }, point, halves(signature, size), message)
  }
  if (told === PSS) {
    const [digest, saltLength] = padding(parameters)
    const own = { name: 'RSA-PSS', hash: digest }
    return crypto.subtle.verify({ name: own.name, saltLength }, await imported(key, own), signature, message)
  }
  const digest = RSA[told] ?? (told === RSA_KEY ? hash : null)
  if (digest === null) throw new Unjudged('a signature of another kind')
  const own = { name: 'RSASSA-PKCS1-v1_5', hash: digest }
  return crypto.subtle.verify(own.name, await imported(key, own), signature, message)
}

/** The curve of a key and the size of its numbers; no curve: RSA. Throws Unjudged for a kind that is not known. */
function kindOf(key: Bytes): [string, number] | [null, 0] {
  const [kind, parameter] = within(within(only(key, SEQUENCE), SEQUENCE)[0], SEQUENCE)
  if (named(kind) === RSA_KEY) return [null, 0]
  const found = named(kind) === '1.2.840.10045.2.1' && parameter?.tag === 6 ? CURVES[named(parameter)] : undefined
  if (found === undefined) throw new Unjudged('a key of another kind')
  return found
}

/** The hash and the length of the salt of RSASSA-PSS. Throws Unjudged for what is not known. */
function padding(parameters: Part | undefined): [string, number] {
  const told = new Map(within(parameters, SEQUENCE).map((part) => [part.tag, part]))
  const hash = hashOf(told.has(0xa0) ? within(told.get(0xa0), 0xa0)[0] : undefined)
  const [mask] = told.has(0xa1) ? within(told.get(0xa1), 0xa1) : []
  const [masked, by] = mask === undefined ? [] : within(mask, SEQUENCE)
  const [salt] = told.has(0xa2) ? within(told.get(0xa2), 0xa2) : []
  if (masked === undefined || named(masked) !== MASKED || hashOf(by) !== hash) throw new Unjudged('a signature of another kind')
  return [hash, salt === undefined ? 20 : Number(whole(salt))]
}

/** Throws Unjudged where its key or the signature on it is of a kind that is not held here. */
export function held(own: Certificate): void {
  kindOf(own.key)
  const told = named(within(own.algorithm, SEQUENCE)[0])
  if (!(told in RSA) && !(told in ECDSA) && told !== PSS) throw new Unjudged('a signature of another kind')
}

/** How far a chain may go up, and how many signatures are tried on the way: a stranger chose the certificates. */
const DEEPEST = 8
const MOST = 64

/** Whether one of the roots vouches for the certificate then, through others that came with it. Throws Doubt. */
export async function vouched(leaf: Certificate, between: readonly Certificate[], roots: readonly Certificate[], at: number): Promise<boolean> {
  return climbed(leaf, [...between], roots, at, 0, { left: MOST })
}

async function climbed(
  own: Certificate,
  between: readonly Certificate[],
  roots: readonly Certificate[],
  at: number,
  below: number,
  work: { left: number },
): Promise<boolean> {
  if (at < own.from || at > own.until || unknown(own)) return false
  if (roots.some((root) => same(root.whole, own.whole))) return true
  if (below === DEEPEST) return false
  for (const above of [...roots, ...between]) {
    if (!same(above.subject, own.issuer) || same(above.whole, own.whole) || !authority(above, below)) continue
    work.left -= 1
    if (work.left < 0) throw new Doubt('too many certificates')
    if (!(await signedBy(above.key, own.algorithm, null, own.signature, own.signed))) continue
    const rest = between.filter((one) => one !== above)
    if (await climbed(above, rest, roots, at, below + 1, work)) return true
  }
  return false
}

/** Whether it is meant for time stamping, and says so that nobody may pass it over. */
export function stamps(own: Certificate): boolean {
  const use = own.extensions.get(EXTENDED_USE)
  return use !== undefined && use.critical && within(only(use.value, SEQUENCE), SEQUENCE).some((part) => named(part) === STAMPING)
}

/** The hash of this name. Throws Unjudged for one that is not known. */
export function hashOf(algorithm: Part | undefined): string {
  const found = algorithm === undefined ? undefined : HASHES[named(within(algorithm, SEQUENCE)[0])]
  if (found === undefined) throw new Unjudged('a hash of another kind')
  return found
}

/** A name as people read it, the narrowest first. */
export function readable(name: Bytes): string {
  const told = within(only(name, SEQUENCE), SEQUENCE).map((set) =>
    within(set, SET).map((pair) => {
      const [kind, value] = within(pair, SEQUENCE)
      return `${SHORT[named(kind)] ?? named(kind)}=${value === undefined ? '' : new TextDecoder().decode(value.content)}`
    }),
  )
  return told.reverse().map((pairs) => pairs.join('+')).join(',')
}

function unknown(own: Certificate): boolean {
  return [...own.extensions].some(([name, { critical }]) => critical && !HELD.has(name))
}

function authority(own: Certificate, below: number): boolean {
  const told = own.extensions.get(CONSTRAINTS)
  const [is, most] = told === undefined ? [] : within(only(told.value, SEQUENCE), SEQUENCE)
  if (is?.tag !== 1 || is.content[0] !== 0xff) return false
  if (most !== undefined && whole(most) < BigInt(Math.max(0, below))) return false
  const use = own.extensions.get(USE)
  return use === undefined || ((bits(only(use.value, 3))[0] ?? 0) & SIGNS) !== 0
}

function extensions(part: Part | undefined): Certificate['extensions'] {
  const found: Certificate['extensions'] = new Map()
  if (part === undefined) return found
  for (const one of within(only(part.content, SEQUENCE), SEQUENCE)) {
    const inside = within(one, SEQUENCE)
    const value = inside.at(-1)
    const name = named(inside[0])
    if (value?.tag !== 4 || found.has(name)) throw new Doubt('no certificate')
    found.set(name, { critical: inside.length === 3 && inside[1]?.content[0] === 0xff, value: value.content })
  }
  return found
}

function bits(part: Part): Bytes {
  if (part.tag !== 3) throw new Doubt('no DER')
  return part.content.slice(1)
}

/** Raw r and s of a signature in DER. Throws Doubt. */
function halves(der: Bytes, size: number): Bytes {
  const told = within(only(der, SEQUENCE), SEQUENCE)
  if (told.length !== 2) throw new Doubt('the signature is no DER')
  return joined(
    ...told.map(({ tag, content }) => {
      const bare = content[0] === 0 ? content.slice(1) : content
      if (tag !== 2 || bare.length > size) throw new Doubt('the signature is no DER')
      return joined(new Uint8Array(size - bare.length), bare)
    }),
  )
}

async function imported(key: Bytes, kind: RsaHashedImportParams | EcKeyImportParams): Promise<CryptoKey> {
  try {
    return await crypto.subtle.importKey('spki', key, kind, false, ['verify'])
  } catch {
    throw new Doubt('no key')
  }
}

