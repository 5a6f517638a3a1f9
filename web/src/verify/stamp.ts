/** Reads and checks RFC 3161 time stamps. */
import { Doubt, hex, joined, same, Unjudged } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'
import { certificate, hashOf, held, readable, signedBy, stamps, vouched } from '@/verify/certificate'
import type { Certificate } from '@/verify/certificate'
import { instant, named, only, SEQUENCE, SET, whole, within } from '@/verify/der'
import type { Part } from '@/verify/der'

const SIGNED_DATA = '1.2.840.113549.1.7.2'
const STAMP = '1.2.840.113549.1.9.16.1.4'
const CONTENT_TYPE = '1.2.840.113549.1.9.3'
const DIGEST = '1.2.840.113549.1.9.4'
/** By which the signer names his certificate (RFC 3161 2.4.2, RFC 5816): by SHA-1, or by the hash that is told. */
const NAMES: Readonly<Record<string, string>> = { '1.2.840.113549.1.9.16.2.12': 'SHA-1', '1.2.840.113549.1.9.16.2.47': 'SHA-256' }
/** How stamps are signed that can be judged: RSA (PKCS #1 v1.5) and ECDSA; RSASSA-PSS, SM2 and others are not. */
const SIGNED = /^1\.2\.840\.(113549\.1\.1\.(1|11|12|13)|10045\.4\.3\.[234])$/

/** What a stamp says: when, over which hash, and who signed it how. */
interface Stamp {
  status: bigint
  content: Bytes
  at: number
  hash: string
  imprint: Bytes
  certificates: Certificate[]
  signer: Part[]
}

/** The time that the stamp says, unproved. Throws Doubt. */
export function claimed(answer: Bytes): string {
  return toldAt(opened(answer).at)
}

/** The time and the signer's name, proved: by a signer under these roots whose certificate was valid then, is meant
 * for stamping and is the one that he named; over these bytes. Throws Doubt, and Unjudged for a kind that is not known. */
export async function believed(answer: Bytes, note: Bytes, roots: readonly Certificate[]): Promise<{ at: number; told: string; whom: string }> {
  const found = opened(answer)
  if (found.status !== 0n) throw new Doubt('the stamp was not granted')
  const [, sid, digest, attributes, algorithm, signature] = found.signer
  if (!SIGNED.test(named(within(algorithm, SEQUENCE)[0]))) throw new Unjudged('a signature of another kind')
  const hash = hashOf(digest)
  found.certificates.forEach(held)
  const [issuer, serial] = within(sid, SEQUENCE)
  const [own, another] = found.certificates.filter((one) => issuer !== undefined && same(one.issuer, issuer.whole) && one.serial === whole(serial))
  if (own === undefined || another !== undefined) throw new Doubt('the signer is not among the certificates')
  await attributed(attributes, found.content, hash, own)
  const signed = joined(Uint8Array.of(SET), (attributes?.whole ?? new Uint8Array()).slice(1))
  if (signature?.tag !== 4 || !(await signedBy(own.key, algorithm, hash, signature.content, signed))) throw new Doubt('the signature does not hold')
  if (!(await vouched(own, found.certificates, roots, found.at))) throw new Doubt('nobody trusted vouches for the signer')
  if (!stamps(own)) throw new Doubt('the certificate is not for time stamping')
  const digested = new Uint8Array(await crypto.subtle.digest(found.hash, note))
  if (!same(digested, found.imprint)) throw new Doubt('the stamp is over other bytes')
  return { at: found.at, told: toldAt(found.at), whom: `${readable(own.issuer)} #${own.serial.toString()}` }
}

function opened(answer: Bytes): Stamp {
  const [status, token] = within(only(answer, SEQUENCE), SEQUENCE)
  const [kind, outer] = within(token, SEQUENCE)
  if (named(kind) !== SIGNED_DATA) throw new Doubt('no time stamp')
  const data = within(within(outer, 0xa0)[0], SEQUENCE)
  const [contentKind, wrapped] = within(data[2], SEQUENCE)
  const [octets] = within(wrapped, 0xa0)
  if (named(contentKind) !== STAMP || octets?.tag !== 4) throw new Doubt('no time stamp')
  const signers = within(data.at(-1), SET)
  if (signers.length !== 1) throw new Doubt('not signed by exactly one')
  const told = within(only(octets.content, SEQUENCE), SEQUENCE)
  const [algorithm, imprint] = within(told[2], SEQUENCE)
  const held = data.find((part) => part.tag === 0xa0)
  return {
    status: whole(within(status, SEQUENCE)[0]), content: octets.content, at: instant(told[4]),
    hash: hashOf(algorithm), imprint: imprint?.tag === 4 ? imprint.content : new Uint8Array(),
    certificates: held === undefined ? [] : within(held, 0xa0).map((part) => certificate(part.whole)),
    signer: within(signers[0], SEQUENCE),
  }
}

/** What is signed names the content by kind and hash, and the signer's certificate. Throws Doubt when it does not. */
async function attributed(part: Part | undefined, content: Bytes, hash: string, own: Certificate): Promise<void> {
  const told = new Map<string, Part>()
  for (const one of within(part, 0xa0)) {
    const [name, values] = within(one, SEQUENCE)
    const [value, more] = within(values, SET)
    if (value === undefined || told.has(named(name))) throw new Doubt('what is signed is told twice')
    if (more === undefined) told.set(named(name), value)
  }
  const digest = told.get(DIGEST)
  const wanted = new Uint8Array(await crypto.subtle.digest(hash, content))
  if (named(told.get(CONTENT_TYPE)) !== STAMP || digest?.tag !== 4 || hex(digest.content) !== hex(wanted)) {
    throw new Doubt('something else was signed')
  }
  const names = Object.keys(NAMES).filter((name) => told.has(name))
  const fits = await Promise.all(names.map((name) => calls(told.get(name), NAMES[name] ?? '', own)))
  if (fits.length === 0 || fits.includes(false)) throw new Doubt("the signer's certificate is not the one that he named")
}

/** Whether the first certificate of the list, which is the signer's, is this one. */
async function calls(list: Part | undefined, plain: string, own: Certificate): Promise<boolean> {
  const inside = within(within(within(list, SEQUENCE)[0], SEQUENCE)[0], SEQUENCE)
  const other = plain !== 'SHA-1' && inside[0]?.tag === SEQUENCE ? inside.shift() : undefined
  const [value] = inside
  const wanted = await crypto.subtle.digest(other === undefined ? plain : hashOf(other), own.whole)
  return value?.tag === 4 && same(value.content, new Uint8Array(wanted))
}

/** As Python writes an instant in UTC. */
function toldAt(at: number): string {
  const whole_ = new Date(at).toISOString()
  const rest = at % 1000 === 0 ? '' : `.${whole_.slice(20, 23)}000`
  return `${whole_.slice(0, 19)}${rest}+00:00`
}
