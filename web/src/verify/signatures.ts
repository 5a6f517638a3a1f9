/** Every signature on the events: who could have made it, over what, and what nobody can check. */
import { Doubt, same, text, utf8 } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'
import type { Bundle } from '@/verify/bundle'
import { counts, devices, passkeys } from '@/verify/enrolled'
import type { Enrolled } from '@/verify/enrolled'
import { BROKEN, finding, OPEN, PROVEN, TOLD, why } from '@/verify/finding'
import type { Finding } from '@/verify/finding'
import { LEVELS, mustHold, proof } from '@/verify/proofs'
import type { Proof } from '@/verify/proofs'
import type { Stream } from '@/verify/stream'
import { kindOf, word } from '@/verify/strict'
import type { Json, Told } from '@/verify/strict'

/** What a signing command says in the same words as the event that came of it. */
const SAME = ['stage', 'confirmed', 'face']

export async function signatures(bundle: Bundle, streams: readonly Stream[]): Promise<Finding[]> {
  const kept = new Map<string, Proof>()
  let keys: Map<string, Enrolled>
  try {
    for (const line of await bundle.linesIfAny('signatures/proofs.jsonl')) {
      const made = await proof(line)
      kept.set(made.sha256, made)
    }
    keys = new Map([...devices(streams), ...(await passkeys(bundle))])
  } catch (error) {
    return [finding(BROKEN, 'proofs_unreadable', { why: why(error) })]
  }
  const used = new Set<string>()
  const found: Finding[] = []
  for (const stream of streams) if (stream.whole) found.push(...(await ofStream(stream, kept, keys, used)))
  if (!streams.every((stream) => stream.whole)) return found
  for (const digest of kept.keys()) if (!used.has(digest)) found.push(finding(BROKEN, 'proof_unnamed', { proof: digest }))
  return found
}

async function ofStream(
  stream: Stream,
  kept: ReadonlyMap<string, Proof>,
  keys: ReadonlyMap<string, Enrolled>,
  used: Set<string>,
): Promise<Finding[]> {
  const found: Finding[] = []
  let passwords = 0
  for (const event of stream.events) {
    const told = (event['data'] as Told)['signed']
    if (told === undefined || kindOf(told) !== 'map') continue
    const said = told as Told
    const about = { kind: stream.kind, stream: stream.id, event: event['seq'], what: event['type'] }
    const digest = said['evidence'] ?? null
    if (digest === null) {
      if (said['way'] === 'password' && said['level'] === 1) passwords += 1
      else found.push(finding(BROKEN, 'signature_false', { ...about, why: 'it claims more than it kept' }))
      continue
    }
    const name = typeof digest === 'string' ? digest : ''
    used.add(name)
    const made = kept.get(name)
    found.push(made === undefined ? finding(OPEN, 'proof_withheld', about) : await judged(stream, event, made, keys, about))
  }
  if (passwords > 0) found.push(finding(TOLD, 'signed_by_password', { kind: stream.kind, stream: stream.id, count: passwords }))
  return found
}

async function judged(
  stream: Stream,
  event: Told,
  made: Proof,
  keys: ReadonlyMap<string, Enrolled>,
  where: Record<string, unknown>,
): Promise<Finding> {
  const said = (event['data'] as Told)['signed'] as Told
  const about = { ...where, level: said['level'], key: made.signer }
  const key = keys.get(made.signer)
  try {
    const most = made.way === 'device' && !said['face'] ? 1 : LEVELS[made.way]
    if (said['way'] !== made.way || said['level'] !== most) throw new Doubt('it claims another way or level than was kept')
    await mustHold(made)
    if (key !== undefined) fitsKey(key, made, event)
    if (made.signed !== null) fitsCommand(made.signed, stream, event)
  } catch (error) {
    return finding(BROKEN, 'signature_false', { ...about, why: why(error) })
  }
  if (key === undefined) return finding(OPEN, 'signature_key_unknown', about)
  const whose = { ...about, account: key.account, since: key.since }
  return made.signed === null
    ? finding(OPEN, 'signature_bytes_withheld', whose)
    : finding(PROVEN, `signature_${made.way}`, whose)
}

function fitsKey(key: Enrolled, made: Proof, event: Told): void {
  if (key.key !== made.told['public_key']) throw new Doubt('signed by another key than was enrolled under this name')
  if (key.account !== null && key.account !== event['actor']) throw new Doubt('the key belongs to another account')
  if (!counts(key, event)) throw new Doubt('the key was not enrolled then, or revoked already')
}

/** Throws Doubt unless the bytes are those of the command from which this very event came. */
function fitsCommand(signed: Bytes, stream: Stream, event: Told): void {
  const told = JSON.parse(text(signed)) as Told
  if (told['id'] !== event['command'] || told['company'] !== event['company'] || told['stream'] !== `${stream.kind}/${stream.id}`) {
    throw new Doubt('the bytes are those of another command')
  }
  const body = told['body'] as Told
  const data = { ...(event['data'] as Told), ...((event['data'] as Told)['signed'] as Told) }
  const spelled = (value: Json | undefined): string => JSON.stringify(value)
  if (SAME.some((name) => name in body && name in data && spelled(body[name]) !== spelled(data[name]))) {
    throw new Doubt('the event says something else than was signed')
  }
  for (const label of ['signature', 'opinion']) {
    const shown = stream.words.get(`${word(event['id'])} ${label}`)
    const given = body[label] ?? ''
    if (shown !== undefined && (typeof given !== 'string' || !same(utf8(given), shown))) {
      throw new Doubt('the handwriting or words are not those that were signed')
    }
  }
}
