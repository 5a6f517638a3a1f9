/**
 * Tells what was erased or removed on record from what is merely not shown. An erasure is a stream of its own in the
 * bundle; so is the removal of one record whose period was over, which accounts for its own record only.
 */
import { BROKEN, finding, OPEN, PROVEN } from '@/verify/finding'
import type { Finding } from '@/verify/finding'
import type { Stream } from '@/verify/stream'
import type { Json, Told } from '@/verify/strict'

/** Days that AQ 3064.2-2025 4.2 has records kept at the least. */
const YEAR = 365
const DAY = 86_400_000

export interface Erased {
  readonly words: Set<string>
  readonly files: Set<string>
  /** Hashes of commands whose signed bytes went. */
  readonly commands: Set<string>
  readonly told: Finding[]
}

const texts = (told: Json | undefined): string[] =>
  Array.isArray(told) ? told.filter((one): one is string => typeof one === 'string') : []

const text = (told: Json | undefined): string => (typeof told === 'string' ? told : '')

const isMap = (told: Json | undefined): told is Told => typeof told === 'object' && told !== null && !Array.isArray(told)

/** What erasures and removals account for, of those whose chain holds and that the log has. */
export function erasedBy(streams: readonly Stream[]): Erased {
  const erased: Erased = { words: new Set(), files: new Set(), commands: new Set(), told: [] }
  const named = new Map(streams.map((stream) => [`${stream.kind}/${stream.id}`, stream]))
  for (const stream of streams.filter(({ whole }) => whole)) {
    for (const event of stream.events.slice(0, stream.entered)) {
      const data = event['data'] as Told
      const what = `${stream.kind}/${text(event['type'])}`
      if (what === 'erasure/ErasureCarriedOut') take(erased, data, pairs(data['words']), null)
      else if (what === 'removal/RecordRemoved') removed(erased, stream, event, named.get(text(data['record'])))
    }
  }
  return erased
}

/** A removal of a record of the bundle. Of one that is not in it nothing is missing here. */
function removed(erased: Erased, stream: Stream, event: Told, of: Stream | undefined): void {
  if (of === undefined || !of.whole) return
  const data = event['data'] as Told
  const where = { kind: of.kind, stream: of.id }
  const days = data['days']
  if (of.id !== stream.id || typeof days !== 'number') {
    erased.told.push(finding(BROKEN, 'removal_false', { ...where, why: 'it names another record' }))
    return
  }
  const at = event['recorded_at'] as string
  const last = of.events.map((one) => one['recorded_at'] as string).filter((one) => one <= at).sort().at(-1)
  const about = { ...where, days, clause: text(data['clause']), at }
  if (last === undefined || days < YEAR || !(Date.parse(at) - Date.parse(last) >= days * DAY)) {
    erased.told.push(finding(OPEN, 'removed_too_early', about))
    return
  }
  const own = new Set(of.events.map((one) => one['id'] as string))
  take(erased, data, pairs(data['words']).filter((pair) => own.has(pair.split(' ')[0] ?? '')), of.named)
  erased.told.push(finding(PROVEN, 'removed_by_period', about))
}

function take(erased: Erased, data: Told, words: readonly string[], own: ReadonlySet<string> | null): void {
  for (const pair of words) erased.words.add(pair)
  for (const hash of texts(data['files'])) if (own === null || own.has(hash)) erased.files.add(hash)
  for (const hash of texts(data['commands'])) erased.commands.add(hash)
}

const pairs = (told: Json | undefined): string[] =>
  isMap(told) ? Object.entries(told).flatMap(([id, labels]) => texts(labels).map((label) => `${id} ${label}`)) : []

/** What was told of removals, then one statement a stream for what was erased of it, and one for what is withheld. */
export function withheld(streams: readonly Stream[], erased: Erased): Finding[] {
  const found = streams.flatMap((stream) => {
    const about = { kind: stream.kind, stream: stream.id }
    const gone = stream.withheld.filter((name) => erased.words.has(name)).length
    const hidden = stream.withheld.length - gone
    return [
      ...(gone > 0 ? [finding(PROVEN, 'private_erased', { ...about, count: gone })] : []),
      ...(hidden > 0 ? [finding(OPEN, 'private_withheld', { ...about, count: hidden })] : []),
    ]
  })
  return [...erased.told, ...found]
}
