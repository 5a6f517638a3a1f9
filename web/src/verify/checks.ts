/** Every check of a bundle, in the order in which one rests on the other: as davy-verify does it. */
import type { Bytes } from '@/verify/bytes'
import { agreements } from '@/verify/agreements'
import { Bundle } from '@/verify/bundle'
import type { Progress } from '@/verify/bundle'
import { Erased, withheld } from '@/verify/erased'
import { BROKEN, finding, OPEN, PROVEN, TOLD, why } from '@/verify/finding'
import type { Finding } from '@/verify/finding'
import { checkpoint, Log } from '@/verify/log'
import type { Key } from '@/verify/note'
import { NOBODY, outside } from '@/verify/outside'
import type { Trust } from '@/verify/outside'
import { phones } from '@/verify/phones'
import { readings } from '@/verify/readings'
import { signatures } from '@/verify/signatures'
import { attachmentsOf, Stream } from '@/verify/stream'
import type { Json, Told } from '@/verify/strict'
import { rules, tables } from '@/verify/tables'

const STREAM = /^streams\/([a-z]+)-([0-9a-f-]{36})\/events\.jsonl$/
const ATTACHMENT = 'attachments/'

/** All that can be said about the bundle, with the log's key and an older checkpoint where they were given, and whom
 * outside the reader trusts; `now` is the reader's clock (milliseconds). */
export async function check(
  file: Blob,
  pinned: Key | null,
  seen: Bytes | null = null,
  progress: Progress = () => undefined,
  trust: Trust = NOBODY,
  now: number = Date.now(),
): Promise<Finding[]> {
  try {
    return await checked(file, pinned, seen, progress, trust, now)
  } catch (error) {
    return [finding(BROKEN, 'no_bundle', { why: why(error) })]
  }
}

async function checked(
  file: Blob,
  pinned: Key | null,
  seen: Bytes | null,
  progress: Progress,
  trust: Trust,
  now: number,
): Promise<Finding[]> {
  const bundle = new Bundle(file)
  const found = await bundle.open(pinned, progress)
  const key = bundle.key
  if (bundle.names.size === 0 || key === null) return found.length > 0 ? found : [finding(BROKEN, 'no_manifest')]
  if (!bundle.names.has('log/checkpoint')) return [...found, finding(BROKEN, 'checkpoint_not_signed', { why: 'log/checkpoint' })]
  const state = await checkpoint(await bundle.bytes('log/checkpoint'), [key], 'checkpoint_not_signed')
  if ('code' in state) return [...found, state]
  found.push(finding(PROVEN, 'checkpoint_signed', { size: state.size }))
  const before = seen === null ? null : await checkpoint(seen, bundle.keys, 'seen_not_signed')
  if (before !== null && 'code' in before) return [...found, before]
  const ended = bundle.steps.filter((step) => step.old.name !== step.now.name)
  const log = new Log(state, before, new Map(ended.map((step) => [step.old.name, step.begins])))
  found.push(...(await log.check(bundle)))
  return [...found, ...(await contents(bundle, key, log, trust, now))]
}

async function contents(bundle: Bundle, key: Key, log: Log, trust: Trust, now: number): Promise<Finding[]> {
  const found: Finding[] = []
  const streams: Stream[] = []
  for (const name of bundle.names.keys()) {
    const [, kind, id] = STREAM.exec(name) ?? []
    if (kind !== undefined && id !== undefined) streams.push(new Stream(bundle, name.slice(0, name.lastIndexOf('/')), kind, id))
  }
  for (const stream of streams) found.push(...(await stream.check(log, key.name)))
  const erased = new Erased(streams, now)
  found.push(...withheld(streams, erased))
  if (streams.length === 0) found.push(finding(BROKEN, 'no_streams'))
  found.push(...(await outside(bundle, log, streams, trust)))
  found.push(...attachments(bundle, streams, erased))
  found.push(...(await signatures(bundle, streams, erased)), ...(await phones(bundle, streams, erased)))
  found.push(...agreements(bundle, streams))
  found.push(...(await tables(bundle, streams)), ...(await readings(bundle, streams)), ...(await rules(bundle, streams)))
  const madeUp = streams.flatMap((stream) => stream.events).filter((event) => 'simulated' in (event['data'] as Told)).length
  if (madeUp > 0) found.push(finding(TOLD, 'simulated', { count: madeUp }))
  found.push(...beside(bundle, streams))
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
  const hidden = new Set<string>()
  for (const stream of named.size > 0 ? streams : []) {
    for (const event of stream.events) {
      for (const name of attachmentsOf(event['data'] as Json)) {
        if (named.has(name) && !erased.file(stream, event['seq'] as number, name)) hidden.add(name)
      }
    }
  }
  const gone = named.size - hidden.size
  if (gone > 0) found.push(finding(TOLD, 'attachments_erased', { count: gone }))
  if (hidden.size > 0) found.push(finding(OPEN, 'attachments_withheld', { count: hidden.size }))
  return found
}

/** What lies beside for people, and of how many permits not: a long list comes without. */
function beside(bundle: Bundle, streams: readonly Stream[]): Finding[] {
  const papers = [...bundle.names.keys()].filter((name) => name.startsWith('papers/'))
  if (papers.length === 0) return [finding(TOLD, 'no_papers')]
  const permits = streams.filter(({ kind }) => kind === 'permit').length
  const signed = papers.filter((name) => name.endsWith('-evidence.pdf')).length
  const forms = papers.length - signed
  const told = finding(TOLD, 'papers_prove_nothing', { count: papers.length })
  return Math.min(signed, forms) < permits ? [told, finding(TOLD, 'papers_left_out', { permits, forms, signed })] : [told]
}
