/** What outsiders vouched for: older states of the log that an authority stamped or witnesses signed. */
import { Doubt, fromHex, text, Unjudged } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'
import type { Bundle } from '@/verify/bundle'
import type { Certificate } from '@/verify/certificate'
import { BROKEN, finding, OPEN, PROVEN, TOLD, why } from '@/verify/finding'
import type { Finding } from '@/verify/finding'
import { checkpoint } from '@/verify/log'
import type { Log } from '@/verify/log'
import { signer } from '@/verify/note'
import type { Key } from '@/verify/note'
import { believed, claimed } from '@/verify/stamp'
import type { Stream } from '@/verify/stream'
import { held } from '@/verify/times'
import type { Bound } from '@/verify/times'
import { grown } from '@/verify/tree'
import { cosignedAt, others, signedPart } from '@/verify/witness'
import type { Witness } from '@/verify/witness'

const FILE = /^log\/outside\/([1-9]\d{0,18})\/(.*)/
const LATEST = 1n << 36n // seconds: what comes later is no time that can be written

/** Whom outside the reader trusts: roots of time-stamp authorities, and witnesses, of whom so many (null: all) must
 * have signed. */
export interface Trust {
  roots: readonly Certificate[]
  witnesses: readonly Witness[]
  needed: number | null
}
export const NOBODY: Trust = { roots: [], witnesses: [], needed: null }

/** What is vouched for of the log, of the entries of these streams, and of the times of their events. */
export async function outside(bundle: Bundle, log: Log, streams: readonly Stream[], trust: Trust): Promise<Finding[]> {
  const entries = streams.flatMap((stream) => stream.entries)
  const files = [...bundle.names.keys()].flatMap((name) => [FILE.exec(name) ?? []])
  const sizes = [...new Set(files.flatMap(([, size]) => size ?? []))]
  const words = new Words(trust)
  const found: Finding[] = []
  for (const size of sizes.sort((a, b) => a.length - b.length || Number(a > b) - Number(a < b))) {
    try {
      found.push(...(await at(bundle, log, size, entries, words)))
    } catch (error) {
      found.push(finding(BROKEN, 'outside_unreadable', { size, why: why(error) }))
    }
  }
  if (files.some(([, , name]) => name === 'stamp.tsr')) found.push(finding(TOLD, 'stamp_bounds'))
  else found.push(finding(TOLD, 'not_the_clock'), ...(trust.roots.length > 0 ? [finding(OPEN, 'no_stamp')] : []))
  return [...found, ...words.judged(entries), ...held(streams, words.bounds)]
}

/** What outsiders said of each older state: size by size which witness, how many lines others than the log put below,
 * and by when it was there. */
class Words {
  readonly bounds: Bound[] = []
  private readonly signed = new Map<number, string[]>()
  private lines = 0
  readonly trust: Trust

  constructor(trust: Trust) {
    this.trust = trust
  }

  /** Take in the lines below a note; those of named witnesses that do not hold are told. */
  async hear(note: Bytes, key: Key, size: number): Promise<Finding[]> {
    this.lines += others(note, key)
    const found: Finding[] = []
    for (const witness of this.trust.witnesses) {
      try {
        const when = await cosignedAt(note, witness)
        if (when === null) continue
        const ms = when < LATEST ? Number(when) * 1000 : null
        const told = ms === null ? when.toString() : `${new Date(ms).toISOString().slice(0, 19)}+00:00`
        this.signed.set(size, [...(this.signed.get(size) ?? []), `${witness.name} ${told}`])
        if (ms !== null) this.bounds.push({ size, at: ms })
      } catch (error) {
        if (!(error instanceof Doubt)) throw error
        found.push(finding(BROKEN, 'witness_false', { why: why(error) }))
      }
    }
    return found
  }

  /** Whether enough of those named signed one state, and what came after it. */
  judged(entries: readonly number[]): Finding[] {
    if (this.trust.witnesses.length === 0) {
      return this.lines > 0 ? [finding(TOLD, 'witness_not_judged', { count: this.lines })] : []
    }
    const needed = this.trust.needed ?? this.trust.witnesses.length
    const best = [...this.signed].sort(([a, one], [b, other]) => other.length - one.length || b - a)[0]
    const [size, who] = best ?? [0, []]
    const about = { size, count: who.length, needed, who: who.join(', ') }
    if (who.length < needed) return [finding(OPEN, 'too_few_witnesses', about)]
    const later = entries.filter((index) => index >= size).length
    return [finding(PROVEN, 'witnessed', about), ...(later > 0 ? [finding(OPEN, 'events_not_witnessed', { count: later })] : [])]
  }
}

async function at(bundle: Bundle, log: Log, size: string, entries: readonly number[], words: Words): Promise<Finding[]> {
  const folder = `log/outside/${size}`
  const note = await bundle.bytes(`${folder}/note`)
  const then = await checkpoint(note, bundle.keys, 'outside_not_signed')
  if ('code' in then) return [then]
  const key = await signer(note, bundle.keys)
  const lines = text(await bundle.bytes(`${folder}/proof`)).split('\n')
  const ended = lines.pop() === ''
  const fits = String(then.size) === size && ended && (await grown(then.size, log.now.size, then.root, log.now.root, lines.map(fromHex)))
  if (!fits) return [finding(BROKEN, 'outside_not_prefix', { size: then.size })]
  const found = await words.hear(note, key, then.size)
  if (!bundle.names.has(`${folder}/stamp.tsr`)) return found
  const later = entries.filter((index) => index >= then.size).length
  const answer = await bundle.bytes(`${folder}/stamp.tsr`)
  return [...found, ...(await stamped(answer, signedPart(note, key), then.size, later, words))]
}

async function stamped(answer: Bytes, note: Bytes, size: number, later: number, words: Words): Promise<Finding[]> {
  try {
    if (words.trust.roots.length === 0) return [finding(TOLD, 'stamp_not_judged', { at: claimed(answer) })]
    const { at: when, told, whom } = await believed(answer, note, words.trust.roots)
    words.bounds.push({ size, at: when })
    return [finding(PROVEN, 'stamped', { size, at: told, whom }), ...(later > 0 ? [finding(OPEN, 'events_not_stamped', { count: later })] : [])]
  } catch (error) {
    if (error instanceof Unjudged) return [finding(OPEN, 'stamp_kind_unknown')]
    if (!(error instanceof Doubt)) throw error
    return [finding(BROKEN, 'stamp_false', { why: why(error) })]
  }
}
