/** Who had agreed to sign electronically before he first did (Electronic Signature Law, Art. 3 and 13). */
import type { Bundle } from '@/verify/bundle'
import { BROKEN, finding, PROVEN, TOLD } from '@/verify/finding'
import type { Finding } from '@/verify/finding'
import type { Stream } from '@/verify/stream'
import { kindOf } from '@/verify/strict'
import type { Json, Told } from '@/verify/strict'

const TEXT = /^signatures\/agreement-([1-9]\d{0,3})\.txt$/

export function agreements(bundle: Bundle, streams: readonly Stream[]): Finding[] {
  if (streams.some((stream) => !stream.whole)) return [] // what is broken in a stream is told already
  const { given, texts } = told(streams)
  const found: Finding[] = []
  for (const [name, digest] of bundle.names) {
    const version = TEXT.exec(name)?.[1]
    if (version !== undefined && !texts.has(`${version} ${digest}`)) found.push(finding(BROKEN, 'agreement_false', { file: name }))
  }
  const signed = signers(streams)
  const agreed = [...signed].filter(([who, at]) => isBefore(given.get(who) ?? null, at)).map(([who]) => who)
  const versions = [...new Set([...texts].map((one) => one.split(' ')[0] ?? ''))].sort().join(', ')
  if (agreed.length > 0) found.push(finding(PROVEN, 'signers_agreed', { count: agreed.length, versions }))
  const without = [...signed.keys()].filter((who) => !agreed.includes(who)).sort()
  if (without.length > 0) found.push(finding(TOLD, 'signers_not_agreed', { count: without.length, accounts: without.join(', ') }))
  return found
}

/** Where the log has the first agreement of each account (null: not yet), and the texts as `version hash`. */
function told(streams: readonly Stream[]): { given: Map<string, number | null>; texts: Set<string> } {
  const given = new Map<string, number | null>()
  const texts = new Set<string>()
  for (const stream of streams) {
    if (stream.kind !== 'account') continue
    for (const event of stream.events) {
      if (event['type'] !== 'SigningAgreed') continue
      const data = event['data'] as Told
      texts.add(`${plain(data['version'])} ${plain(data['text'])}`)
      if (!given.has(stream.id)) given.set(stream.id, stream.enteredAt(event['seq'] as number))
    }
  }
  return { given, texts }
}

const plain = (part: Json | undefined): string => (typeof part === 'string' || typeof part === 'number' ? String(part) : '')

/** Who signed, with where the log has his first signature; those of a demonstration are nobody's. */
function signers(streams: readonly Stream[]): Map<string, number | null> {
  const found = new Map<string, number | null>()
  for (const stream of streams) {
    for (const event of stream.events) {
      const data = event['data'] as Told
      if (kindOf(data['signed'] ?? null) !== 'map' || 'simulated' in data) continue
      const entry = stream.enteredAt(event['seq'] as number)
      const [who, known] = [event['actor'] as string, found.get(event['actor'] as string)]
      if (known === undefined || (entry !== null && (known === null || entry < known))) found.set(who, entry)
    }
  }
  return found
}

function isBefore(agreed: number | null, signed: number | null): boolean {
  return agreed !== null && (signed === null || agreed < signed)
}
