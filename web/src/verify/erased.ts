/** Tells what was erased on record from what is merely not shown: an erasure is a stream of its own in the bundle. */
import { finding, OPEN, PROVEN } from '@/verify/finding'
import type { Finding } from '@/verify/finding'
import type { Stream } from '@/verify/stream'
import type { Json, Told } from '@/verify/strict'

export interface Erased {
  readonly words: ReadonlySet<string>
  readonly files: ReadonlySet<string>
}

const texts = (told: Json | undefined): string[] =>
  Array.isArray(told) ? told.filter((one): one is string => typeof one === 'string') : []

const isMap = (told: Json | undefined): told is Told => typeof told === 'object' && told !== null && !Array.isArray(told)

/** What the erasures account for, of those whose chain holds and that the log has. */
export function erasedBy(streams: readonly Stream[]): Erased {
  const words = new Set<string>()
  const files = new Set<string>()
  const told = streams
    .filter((stream) => stream.kind === 'erasure' && stream.whole)
    .flatMap((stream) => stream.events.slice(0, stream.entered))
    .filter((event) => event['type'] === 'ErasureCarriedOut')
  for (const event of told) {
    const { words: named, files: hashes } = event['data'] as Told
    if (isMap(named)) {
      for (const [id, labels] of Object.entries(named)) for (const label of texts(labels)) words.add(`${id} ${label}`)
    }
    for (const hash of texts(hashes)) files.add(hash)
  }
  return { words, files }
}

/** One statement a stream for what was erased of it, and one for what is withheld. */
export function withheld(streams: readonly Stream[], erased: Erased): Finding[] {
  return streams.flatMap((stream) => {
    const about = { kind: stream.kind, stream: stream.id }
    const gone = stream.withheld.filter((name) => erased.words.has(name)).length
    const hidden = stream.withheld.length - gone
    return [
      ...(gone > 0 ? [finding(PROVEN, 'private_erased', { ...about, count: gone })] : []),
      ...(hidden > 0 ? [finding(OPEN, 'private_withheld', { ...about, count: hidden })] : []),
    ]
  })
}
