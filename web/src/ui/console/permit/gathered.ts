/** What the pages of a permit gather from its track: handwriting and pictures, each with who and when. */
import type { Text } from '@/core/text'
import type { Permit, TimelineRow } from '@/core/types'

export interface Handwriting {
  readonly key: string
  readonly title: Text
  readonly name: string
  readonly at: string
  readonly strokes: string
  readonly opinion: string | null
  /** How it was made, null where that was not kept. */
  readonly way: string | null
}

export interface Picture {
  readonly hash: string
  readonly title: Text
  readonly name: string | null
  readonly at: string | null
}

const happened = (row: TimelineRow): string => row.at ?? row.occurred_at

function wayOf({ data }: TimelineRow): string | null {
  const way = (data['signed'] as { readonly way?: unknown } | undefined)?.way
  return typeof way === 'string' ? way : null
}

/** The title of a stage stands in for the plain word "signed". */
function titleOf(row: TimelineRow, permit: Permit): Text {
  const stage = permit.stages.find(({ id }) => id === row.data['stage'])
  return row.type === 'StageSigned' && stage ? stage.title : row.title
}

/** Everything signed by hand, the first one first. */
export function handwritings(track: readonly TimelineRow[], permit: Permit): readonly Handwriting[] {
  return track
    .filter((row) => row.private['signature'])
    .map((row) => ({
      key: String(row.seq),
      title: titleOf(row, permit),
      name: row.by.name ?? '',
      at: happened(row),
      strokes: row.private['signature'] ?? '',
      opinion: row.private['opinion'] ?? null,
      way: wayOf(row),
    }))
}

function hashesOf(row: TimelineRow): readonly string[] {
  const { photo, photos, readings } = row.data
  const several: readonly unknown[] = Array.isArray(photos) ? photos : []
  const measured: readonly unknown[] = Array.isArray(readings)
    ? readings.map((reading: unknown) => (reading as { readonly photo?: unknown } | null)?.photo)
    : []
  return [photo, ...several, ...measured].filter((found): found is string => typeof found === 'string')
}

function captionOf(row: TimelineRow, permit: Permit): Text {
  const measure = permit.measures.find(({ id }) => id === row.data['measure'])
  const duty = permit.photo_duties.find(({ purpose }) => purpose === row.data['purpose'])
  return measure ?? duty ?? row.title
}

/** Every picture once, in the order in which it came. */
export function pictures(track: readonly TimelineRow[], permit: Permit): readonly Picture[] {
  const found = new Map<string, Picture>()
  for (const row of track) {
    for (const hash of hashesOf(row)) {
      if (found.has(hash)) continue
      const { zh, en } = captionOf(row, permit)
      found.set(hash, { hash, title: { zh, en }, name: row.by.name ?? null, at: happened(row) })
    }
  }
  return [...found.values()]
}
