/** Every check of a bundle, in the order in which one rests on the other: as davy-verify does it. */
import type { Bytes } from '@/verify/bytes'
import { agreements } from '@/verify/agreements'
import { Bundle } from '@/verify/bundle'
import type { Progress } from '@/verify/bundle'
import { erasedBy, withheld } from '@/verify/erased'
import type { Erased } from '@/verify/erased'
import { BROKEN, finding, OPEN, PROVEN, TOLD, why } from '@/verify/finding'
import type { Finding } from '@/verify/finding'
import { checkpoint, Log } from '@/verify/log'
import type { Key } from '@/verify/note'
import { NOBODY, outside } from '@/verify/outside'
import type { Trust } from '@/verify/outside'
import { phones } from '@/verify/phones'
import { signatures } from '@/verify/signatures'
import { Stream } from '@/verify/stream'
import type { Told } from '@/verify/strict'
import { rules, tables } from '@/verify/tables'

const STREAM = /^streams\/([a-z]+)-([0-9a-f-]{36})\/events\.jsonl$/
const ATTACHMENT = 'attachments/'

/** All that can be said about the bundle, with the log's key and an older checkpoint where they were given, and whom
 * outside the reader trusts. */
export async function check(
  file: Blob,
  pinned: Key | null,
  seen: Bytes | null = null,
  progress: Progress = () => undefined,
  trust: Trust = NOBODY,
): Promise<Finding[]> {
  try {
    return await checked(file, pinned, seen, progress, trust)
  } catch (error) {
    return [finding(BROKEN, 'no_bundle', { why: why(error) })]
  }
}

async function checked(file: Blob, pinned: Key | null, seen: Bytes | null, progress: Progress, trust: Trust): Promise<Finding[]> {
  const bundle = new Bundle(file)
  const found = await bundle.open(pinned, progress)
  const key = bundle.key
  if (bundle.names.size === 0 || key === null) return found.length > 0 ? found : [finding(BROKEN, 'no_manifest')]
  if (!bundle.names.has('log/checkpoint')) return [...found, finding(BROKEN, 'checkpoint_not_signed', { why: 'log/checkpoint' })]
  const now = await checkpoint(await bundle.bytes('log/checkpoint'), [key], 'checkpoint_not_signed')
  if ('code' in now) return [...found, now]
  found.push(finding(PROVEN, 'checkpoint_signed', { size: now.size }))
  const before = seen === null ? null : await checkpoint(seen, bundle.keys, 'seen_not_signed')
  if (before !== null && 'code' in before) return [...found, before]
  const ended = bundle.steps.filter((step) => step.old.name !== step.now.name)
  const log = new Log(now, before, new Map(ended.map((step) => [step.old.name, step.begins])))
  found.push(...(await log.check(bundle)))
  return [...found, ...(await contents(bundle, key, log, trust))]
}

async function contents(bundle: Bundle, key: Key, log: Log, trust: Trust): Promise<Finding[]> {
  const found: Finding[] = []
  const streams: Stream[] = []
  for (const name of bundle.names.keys()) {
    const [, kind, id] = STREAM.exec(name) ?? []
    if (kind !== undefined && id !== undefined) streams.push(new Stream(bundle, name.slice(0, name.lastIndexOf('/')), kind, id))
  }
  for (const stream of streams) found.push(...(await stream.check(log, key.name)))
  const erased = erasedBy(streams)
  found.push(...withheld(streams, erased))
  if (streams.length === 0) found.push(finding(BROKEN, 'no_streams'))
  found.push(...(await outside(bundle, log, streams, trust)))
  found.push(...attachments(bundle, streams, erased))
  found.push(...(await signatures(bundle, streams, erased.commands)), ...(await phones(bundle, streams, erased.commands)))
  found.push(...agreements(bundle, streams))
  found.push(...(await tables(bundle, streams)), ...(await rules(bundle, streams)))
  const madeUp = streams.flatMap((stream) => stream.events).filter((event) => 'simulated' in (event['data'] as Told)).length
  if (madeUp > 0) found.push(finding(TOLD, 'simulated', { count: madeUp }))
  const papers = [...bundle.names.keys()].filter((name) => name.startsWith('papers/')).length
  found.push(papers > 0 ? finding(TOLD, 'papers_prove_nothing', { count: papers }) : finding(TOLD, 'no_papers'))
  return [...found, finding(TOLD, 'not_the_truth'), finding(TOLD, 'not_the_rest')]
}

function attachments(bundle: Bundle, streams: readonly Stream[], erased: Erased): Finding[] {
  const named = new Set(streams.flatMap((stream) => [...stream.named]))
  const shown = [...bundle.names].filter(([name]) => name.startsWith(ATTACHMENT))
  const found: Finding[] = []
  for (const [name, digest] of shown) {
    const file = name.slice(ATTACHMENT.length)
    if (file !== digest) found.push(finding(BROKEN, 'attachment_swapped', { file }))
    else if (!named.has(file)) found.push(finding(BROKEN, 'attachment_unnamed', { file }))
    named.delete(file)
  }
  if (shown.length > 0) found.push(finding(PROVEN, 'attachments_whole', { count: shown.length }))
  const gone = [...named].filter((name) => erased.files.has(name)).length
  if (gone > 0) found.push(finding(PROVEN, 'attachments_erased', { count: gone }))
  if (named.size > gone) found.push(finding(OPEN, 'attachments_withheld', { count: named.size - gone }))
  return found
}
