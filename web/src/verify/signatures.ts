/** Every signature on the events: who could have made it, over what, and what nobody can check. */
import { Doubt } from '@/verify/bytes'
import type { Bundle } from '@/verify/bundle'
import { isSigning, mustFit } from '@/verify/commands'
import { before, counts, devices, passkeys } from '@/verify/enrolled'
import type { Enrolled } from '@/verify/enrolled'
import type { Erased } from '@/verify/erased'
import { BROKEN, finding, OPEN, PROVEN, TOLD, why } from '@/verify/finding'
import type { Finding } from '@/verify/finding'
import { LEVELS, mustHold, proof } from '@/verify/proofs'
import type { Proof } from '@/verify/proofs'
import type { Stream } from '@/verify/stream'
import { kindOf } from '@/verify/strict'
import type { Told } from '@/verify/strict'

/** What may sign by each way. */
const KIND: Readonly<Record<string, string>> = { passkey: 'passkey', device: 'phone', kiosk: 'kiosk' }

/** By way, then by the name of the key there: a phone and a passkey never stand for each other. */
type Keys = Readonly<Record<string, ReadonlyMap<string, Enrolled>>>

/** One statement for each signature; `erased` tells which signed bytes went on record. */
export async function signatures(bundle: Bundle, streams: readonly Stream[], erased: Erased): Promise<Finding[]> {
  const kept = new Map<string, Proof>()
  let keys: Keys
  try {
    for (const line of await bundle.linesIfAny('signatures/proofs.jsonl')) {
      const made = await proof(line)
      kept.set(made.sha256, made)
    }
    const enrolled = devices(streams)
    keys = { passkey: await passkeys(bundle, streams), device: enrolled, kiosk: enrolled }
  } catch (error) {
    return [finding(BROKEN, 'proofs_unreadable', { why: why(error) })]
  }
  const used = new Set<string>()
  const found: Finding[] = []
  for (const stream of streams) if (stream.whole) found.push(...(await ofStream(stream, kept, keys, used, erased)))
  if (!streams.every((stream) => stream.whole)) return found
  for (const digest of kept.keys()) if (!used.has(digest)) found.push(finding(BROKEN, 'proof_unnamed', { proof: digest }))
  return found
}

async function ofStream(
  stream: Stream,
  kept: ReadonlyMap<string, Proof>,
  keys: Keys,
  used: Set<string>,
  erased: Erased,
): Promise<Finding[]> {
  const found: Finding[] = []
  const without: unknown[] = []
  let passwords = 0
  for (const event of stream.events) {
    const said = saidOf(event)
    if (said === null) {
      if ('signed' in (event['data'] as Told) || isSigning(event)) without.push(event['seq'])
      continue
    }
    const about = { kind: stream.kind, stream: stream.id, event: event['seq'], what: event['type'] }
    const digest = said['evidence'] ?? null
    if (typeof digest !== 'string') {
      if (byPassword(said)) passwords += 1
      else found.push(finding(BROKEN, 'signature_false', { ...about, why: 'it claims more than it kept' }))
      continue
    }
    used.add(digest)
    const made = kept.get(digest)
    const one = made === undefined ? finding(OPEN, 'proof_withheld', about) : await judged(stream, event, made, keys, about)
    found.push(settled(one, stream, event, made, erased))
  }
  const where = { kind: stream.kind, stream: stream.id }
  if (passwords > 0) found.push(finding(TOLD, 'signed_by_password', { ...where, count: passwords }))
  if (without.length > 0) found.push(finding(OPEN, 'signed_by_nobody', { ...where, events: without.join(', ') }))
  return found
}

/** A signature whose bytes went on record, and of which nothing else is in doubt, is told, and neither proven nor open. */
function settled(one: Finding, stream: Stream, event: Told, made: Proof | undefined, erased: Erased): Finding {
  const command = made?.told['command'] ?? ''
  const gone = one.code === 'signature_bytes_withheld' && erased.command(stream, event['seq'] as number, command)
  return gone ? finding(TOLD, 'signature_bytes_erased', one.about) : one
}

/** What the event says of its signature; null: nothing that can be read. */
function saidOf(event: Told): Told | null {
  const told = (event['data'] as Told)['signed'] ?? null
  return kindOf(told) === 'map' ? (told as Told) : null
}

function byPassword(said: Told): boolean {
  return (said['evidence'] ?? null) === null && said['way'] === 'password' && said['level'] === 1
}

async function judged(stream: Stream, event: Told, made: Proof, keys: Keys, where: Record<string, unknown>): Promise<Finding> {
  const said = (event['data'] as Told)['signed'] as Told
  const about = { ...where, level: said['level'], key: made.signer }
  const key = keys[made.way]?.get(made.signer)
  try {
    claims(said, made)
    await mustHold(made)
    if (key !== undefined) fitsKey(key, made, event)
    if (made.signed !== null) mustFit(made.signed, stream, event)
  } catch (error) {
    return finding(BROKEN, 'signature_false', { ...about, why: why(error) })
  }
  if (key === undefined) return finding(OPEN, 'signature_key_unknown', about)
  const whose = { ...about, account: key.account, since: key.since }
  const open = doubt(stream, event, made, key)
  return open === null ? finding(PROVEN, `signature_${made.way}`, whose) : finding(OPEN, open, whose)
}

/** What keeps a signature that holds from proving this event. That its bytes are not there comes last: it is the only
 * doubt that an erasure on record takes away. */
function doubt(stream: Stream, event: Told, made: Proof, key: Enrolled): string | null {
  if (!isSigning(event)) return 'signature_of_what'
  if ('simulated' in (event['data'] as Told)) return 'signature_simulated'
  if (key.entry === null && made.way === 'passkey') return 'signature_key_unlogged'
  if (!before(key, stream.enteredAt(event['seq'] as number))) return 'signature_key_late'
  return made.signed === null ? 'signature_bytes_withheld' : null
}

/** Throws Doubt for more than its way is worth; a device without a face or a PIN counts for the least. */
function claims(said: Told, made: Proof): void {
  const alone = made.way === 'device' && !(said['face'] && made.pin)
  if (said['way'] !== made.way || said['level'] !== (alone ? 1 : LEVELS[made.way])) {
    throw new Doubt('it claims another way or level than was kept')
  }
}

function fitsKey(key: Enrolled, made: Proof, event: Told): void {
  if (key.kind !== KIND[made.way]) throw new Doubt("a terminal is nobody's phone, and a phone no terminal")
  if (key.key !== made.told['public_key']) throw new Doubt('signed by another key than was enrolled under this name')
  if (key.host !== null && key.host !== made.told['rp_id']) throw new Doubt('the passkey was enrolled for another host')
  if (made.way !== 'kiosk' && key.account !== event['actor']) throw new Doubt('the key belongs to another account')
  if (!('simulated' in (event['data'] as Told)) && !counts(key, event)) {
    throw new Doubt('the key was not enrolled then, or revoked already')
  }
}
