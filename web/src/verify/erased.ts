/**
 * Tells what was erased or removed on record from what is merely not shown. An erasure is a stream of its own in the
 * bundle; so is the removal of one record whose period was over, which somebody ordered in the stream `retention`. Each accounts for what it names, in the streams that it
 * names, and there only in events that the log had before it and that were a year old by then. It is told and never
 * proven: whoever has the log's key and the database could have written it.
 */
import { BROKEN, finding, OPEN, TOLD } from '@/verify/finding'
import type { Finding } from '@/verify/finding'
import { instant } from '@/verify/instants'
import type { Stream } from '@/verify/stream'
import type { Json, Told } from '@/verify/strict'

/** Days that AQ 3064.2-2025 4.2 has records kept at the least. */
const YEAR = 365
/** Milliseconds; so far the plant's clock may be ahead of the reader's. */
const DAY = 86_400_000

/** What one event accounts for of the first so many events of a stream. */
interface Account {
  readonly upto: number
  readonly words: ReadonlySet<string>
  readonly files: ReadonlySet<string>
  readonly commands: ReadonlySet<string>
}

const texts = (told: Json | undefined): string[] =>
  Array.isArray(told) ? told.filter((one): one is string => typeof one === 'string') : []

const text = (told: Json | undefined): string => (typeof told === 'string' ? told : '')

const isMap = (told: Json | undefined): told is Told => typeof told === 'object' && told !== null && !Array.isArray(told)

const dataOf = (event: Told): Told => event['data'] as Told

/** What the erasures and removals in the bundle account for, for a reader whose clock says `now` (milliseconds). */
export class Erased {
  readonly told: Finding[] = []
  private readonly accounts = new Map<Stream, Account[]>()
  private readonly now: number
  private readonly orders: ReadonlyMap<string, Stream>

  /** From those whose chain holds and that the log has. What cannot be read accounts for nothing. */
  constructor(streams: readonly Stream[], now: number) {
    this.now = now
    const whole = new Map(streams.filter((one) => one.whole).map((stream) => [`${stream.kind}/${stream.id}`, stream]))
    this.orders = new Map([...whole.values()].filter((one) => one.kind === 'retention').map((one) => [one.id, one]))
    for (const stream of whole.values()) {
      for (const event of stream.events.slice(0, stream.entered)) {
        const what = `${stream.kind}/${text(event['type'])}`
        if (what === 'erasure/ErasureCarriedOut') this.carriedOut(stream, event, whole)
        else if (what === 'removal/RecordRemoved') this.removed(stream, event, whole.get(text(dataOf(event)['record'])))
      }
    }
  }

  /** Whether this private part of the stream, by event and label, went on record. */
  word(stream: Stream, name: string): boolean {
    return this.of(stream).some(({ words }) => words.has(name))
  }

  /** Whether an attachment that this event names went on record. */
  file(stream: Stream, seq: number, digest: string): boolean {
    return this.of(stream).some(({ upto, files }) => seq <= upto && files.has(digest))
  }

  /** Whether the bytes of the command that this event came of went on record. */
  command(stream: Stream, seq: number, digest: string): boolean {
    return this.of(stream).some(({ upto, commands }) => seq <= upto && commands.has(digest))
  }

  private of(stream: Stream): readonly Account[] {
    return this.accounts.get(stream) ?? []
  }

  /** An erasure by two, of the records that it names, and of the words of its own request. */
  private carriedOut(stream: Stream, event: Told, whole: ReadonlyMap<string, Stream>): void {
    const about = { kind: stream.kind, stream: stream.id, at: event['recorded_at'] }
    if (!byTwo(stream, event) || this.ahead(event)) {
      this.told.push(finding(OPEN, byTwo(stream, event) ? 'removed_ahead' : 'erased_by_one', about))
      return
    }
    const data = dataOf(event)
    this.take(stream, (event['seq'] as number) - 1, { words: data['words'] ?? null })
    for (const name of [...new Set(texts(data['records']))].sort()) {
      const of = whole.get(name)
      if (of === undefined || of === stream) continue
      const upto = before(stream, event, of)
      if (still(of, upto, event, YEAR)) this.take(of, upto, data)
      else this.told.push(finding(OPEN, 'erased_too_early', { ...about, kind: of.kind, stream: of.id }))
    }
  }

  /** A removal of a record of the bundle. Of one that is not in it nothing is missing here. */
  private removed(stream: Stream, event: Told, of: Stream | undefined): void {
    if (of === undefined) return
    const data = dataOf(event)
    const where = { kind: of.kind, stream: of.id }
    const days = data['days']
    if (of.id !== stream.id || typeof days !== 'number') {
      this.told.push(finding(BROKEN, 'removal_false', { ...where, why: 'it names another record' }))
      return
    }
    const about = { ...where, days, clause: text(data['clause']), at: event['recorded_at'] }
    const upto = before(stream, event, of)
    if (this.ahead(event)) this.told.push(finding(OPEN, 'removed_ahead', about))
    else if (days < YEAR || !still(of, upto, event, days)) this.told.push(finding(OPEN, 'removed_too_early', about))
    else if (!ordered(event, this.orders.get(text(event['company'])))) this.told.push(finding(OPEN, 'removed_unordered', about))
    else {
      this.take(of, upto, data)
      this.told.push(finding(TOLD, 'removed_by_period', about))
    }
  }

  private ahead(event: Told): boolean {
    const at = instant(event['recorded_at'])
    return at === null || at > this.now + DAY
  }

  /** An id that a later event bears too names none of both. */
  private take(of: Stream, upto: number, data: Told): void {
    const own = new Set(of.events.slice(0, upto).map((event) => text(event['id'])))
    for (const later of of.events.slice(upto)) own.delete(text(later['id']))
    const words = isMap(data['words']) ? Object.entries(data['words']).filter(([id]) => own.has(id)) : []
    const account = {
      upto,
      words: new Set(words.flatMap(([id, labels]) => texts(labels).map((label) => `${id} ${label}`))),
      files: new Set(texts(data['files'])),
      commands: new Set(texts(data['commands'])),
    }
    this.accounts.set(of, [...this.of(of), account])
  }
}

/** Whether one asked in this stream and another carries it out, and neither is the person himself. */
function byTwo(stream: Stream, event: Told): boolean {
  const [asked, ...more] = stream.events.slice(0, (event['seq'] as number) - 1)
  if (asked?.['type'] !== 'ErasureRequested' || more.some((one) => one['type'] !== event['type'])) return false
  const { person, by } = dataOf(event)
  const people = [person, dataOf(asked)['by'], by]
  const named = people.every((one) => typeof one === 'string') && new Set(people).size === people.length
  return named && dataOf(asked)['person'] === person && asked['actor'] !== event['actor']
}

/** Whether somebody confirmed this record in the batch that it went with, or had switched the nights on, and by then
 * not off again: he whom the removal names. Orders and removals are entered in any order. */
function ordered(removal: Told, orders: Stream | undefined): boolean {
  const data = dataOf(removal)
  const at = instant(removal['recorded_at'])
  const until = (event: Told): boolean => {
    const when = instant(event['recorded_at'])
    return at !== null && when !== null && when <= at
  }
  const told = orders?.events.slice(0, orders.entered).filter(until) ?? []
  if (data['standing'] === false) return told.some((event) => event['type'] === 'RemovalConfirmed' && confirms(dataOf(event), data))
  const last = told.filter((event) => event['type'] === 'RemovalSwitched').at(-1)
  return data['standing'] === true && last !== undefined && lets(dataOf(last), data)
}

function lets(night: Told, data: Told): boolean {
  return night['on'] === true && typeof night['most'] === 'number' && (night['by'] ?? null) === (data['by'] ?? null)
}

function confirms(told: Told, data: Told): boolean {
  const same = typeof told['batch'] === 'string' && told['batch'] === data['batch']
  return same && (told['by'] ?? null) === (data['by'] ?? null) && texts(told['records']).includes(text(data['record']))
}

/** How many events of a stream the log had before this event of another. */
function before(stream: Stream, event: Told, of: Stream): number {
  const entry = stream.enteredAt(event['seq'] as number)
  return entry === null ? 0 : of.before(entry)
}

/** Whether so many days lie between each of these first events, of which there are some, and that one. */
function still(of: Stream, upto: number, event: Told, days: number): boolean {
  const at = instant(event['recorded_at'])
  const times = of.events.slice(0, upto).map((one) => instant(one['recorded_at']))
  return times.length > 0 && times.every((time) => at !== null && time !== null && at - time >= days * DAY)
}

/** What was told of removals, then one statement a stream for what was erased of it, and one for what is withheld. */
export function withheld(streams: readonly Stream[], erased: Erased): Finding[] {
  const found = streams.flatMap((stream) => {
    const about = { kind: stream.kind, stream: stream.id }
    const gone = stream.withheld.filter((name) => erased.word(stream, name)).length
    const hidden = stream.withheld.length - gone
    return [
      ...(gone > 0 ? [finding(TOLD, 'private_erased', { ...about, count: gone })] : []),
      ...(hidden > 0 ? [finding(OPEN, 'private_withheld', { ...about, count: hidden })] : []),
    ]
  })
  return [...erased.told, ...found]
}
