/** One stream: its events are a whole chain, and the signed log committed to where it ends. */
import { Doubt, fromBase64, fromHex, hex, joined, same, sha256, utf8 } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'
import type { Bundle } from '@/verify/bundle'
import { BROKEN, finding, OPEN, PROVEN, why } from '@/verify/finding'
import type { Finding, Level } from '@/verify/finding'
import { instant } from '@/verify/instants'
import { entry } from '@/verify/log'
import type { Log } from '@/verify/log'
import { form, word } from '@/verify/strict'
import type { Json, Kind, Told } from '@/verify/strict'
import { eventHash, leafHash, rootByProof, START } from '@/verify/tree'

const SHOWN = new Set(['photo', 'photos', 'voice', 'face', 'drawing', 'attachments'])
const HASH = /^[0-9a-f]{64}$/
const WORD: readonly Kind[] = ['string']
const EVENT = {
  type: WORD, id: WORD, company: WORD, command: WORD, actor: WORD, occurred_at: WORD, recorded_at: WORD, clock: WORD,
  v: ['int'], seq: ['int'], stream: ['map'], data: ['map'], private: ['map'],
} as const
const SHOWN_ENTRY = { index: ['int'], entry: ['string'], proof: ['list'] } as const
/** Bytes of every salt. Were it any length, the first bytes of a text could pass for the end of its salt. */
const SALT = 16
const PRIVATE = { event: WORD, label: WORD, salt: WORD, bytes: WORD }

export class Stream {
  whole = false
  readonly events: Told[] = []
  readonly named = new Set<string>()
  readonly entries: number[] = []
  private readonly ends: number[] = []
  /** What was said beside the events, by event and label. */
  readonly words = new Map<string, Bytes>()
  /** Event and label of what the bundle does not show. */
  readonly withheld: string[] = []
  private readonly hashes: Bytes[] = []
  entered = 0

  readonly folder: string
  readonly kind: string
  readonly id: string
  private readonly bundle: Bundle

  constructor(bundle: Bundle, folder: string, kind: string, id: string) {
    this.bundle = bundle
    this.folder = folder
    this.kind = kind
    this.id = id
  }

  async check(log: Log, origin: string): Promise<Finding[]> {
    let fault: Finding | null
    try {
      fault = (await this.chain(origin)) ?? (await this.inLog(log)) ?? this.complete(log)
    } catch (error) {
      fault = this.said(BROKEN, 'stream_unreadable', { why: why(error) })
    }
    if (fault !== null) return [fault]
    this.whole = true
    const [first, last] = [this.events.at(0), this.events.at(-1)]
    const span = { events: this.events.length, first: first?.['recorded_at'], last: last?.['recorded_at'] }
    const late = this.events.length - this.entered
    return [
      this.said(PROVEN, 'stream_whole', span),
      ...(late > 0 ? [this.said(OPEN, 'events_not_in_log', { count: late })] : []),
      ...(await this.private()),
    ]
  }

  /** The index of the first entry of the log that covers this event; null when none does yet. */
  enteredAt(seq: number): number | null {
    return this.entries[this.ends.findIndex((end) => seq <= end)] ?? null
  }

  /** How many of its events the log had before this entry. */
  before(entry: number): number {
    return this.ends[this.entries.filter((at) => at < entry).length - 1] ?? 0
  }

  private async chain(origin: string): Promise<Finding | null> {
    let before = START
    for (const body of await this.bundle.lines(`${this.folder}/events.jsonl`)) {
      const event = form(body, EVENT)
      const number = this.events.length + 1
      const { kind, id } = event['stream'] as Told
      if (kind !== this.kind || id !== this.id || `davy/${word(event['company'])}` !== origin.split('/', 2).join('/')) {
        return this.said(BROKEN, 'event_of_another', { event: number })
      }
      if (event['seq'] !== number) return this.said(BROKEN, 'event_out_of_order', { event: number })
      if (instant(event['recorded_at']) === null) {
        return this.said(BROKEN, 'stream_unreadable', { why: `event ${String(number)} was recorded at no instant` })
      }
      before = await eventHash(before, body)
      this.hashes.push(before)
      this.events.push(event)
      for (const digest of attachmentsOf(event['data'] ?? null)) this.named.add(digest)
    }
    return null
  }

  private async inLog(log: Log): Promise<Finding | null> {
    let previous: number | null = null
    for (const line of await this.bundle.lines(`${this.folder}/entries.jsonl`)) {
      const told = form(line, SHOWN_ENTRY)
      const content = utf8(told['entry'] as string)
      const index = told['index'] as number
      const found = entry(content)
      const proof = (told['proof'] as Json[]).map((step) => fromHex(step as string))
      const root = await rootByProof(index, log.now.size, await leafHash(content), proof)
      if (root === null || !same(root, log.now.root)) return this.said(BROKEN, 'entry_not_in_log', { entry: index })
      const fits = found['kind'] === this.kind && found['stream'] === this.id && found['previous'] === previous
      if (!fits || (previous !== null && index <= previous)) return this.said(BROKEN, 'entry_out_of_order', { entry: index })
      const fault = this.head(found, index)
      if (fault !== null) return fault
      previous = index
      this.entries.push(index)
      this.ends.push(this.entered)
    }
    return null
  }

  private head(found: Told, index: number): Finding | null {
    const seq = found['seq'] as number
    const hash = this.hashes[seq - 1]
    if (seq <= this.entered || hash === undefined) return this.said(BROKEN, 'events_missing', { entry: index, events: seq })
    if (hex(hash) !== found['head']) return this.said(BROKEN, 'events_rewritten', { entry: index, event: seq })
    this.entered = seq
    return null
  }

  private complete(log: Log): Finding | null {
    const there = log.known.get(`${this.kind}/${this.id}`) ?? []
    if (!log.whole || there.join() === this.entries.join()) return null
    return this.said(BROKEN, 'entries_left_out', { count: there.length, shown: this.entries.length })
  }

  private async private(): Promise<Finding[]> {
    const asked = new Map<string, Json>()
    for (const event of this.events) {
      for (const [label, digest] of Object.entries(event['private'] as Told)) asked.set(`${word(event['id'])} ${label}`, digest)
    }
    let wrong = 0
    try {
      for (const line of await this.bundle.linesIfAny(`${this.folder}/private.jsonl`)) {
        const told = form(line, PRIVATE) as Record<string, string>
        const said = fromBase64(told['bytes'] ?? '')
        const name = `${told['event'] ?? ''} ${told['label'] ?? ''}`
        const salt = fromHex(told['salt'] ?? '')
        if (salt.length !== SALT) throw new Doubt('a salt of another length')
        const digest = hex(await sha256(joined(salt, said)))
        wrong += asked.get(name) !== digest || this.words.has(name) ? 1 : 0
        this.words.set(name, said)
      }
    } catch (error) {
      this.words.clear()
      return [this.said(BROKEN, 'private_unreadable', { why: why(error) })]
    }
    this.withheld.push(...[...asked.keys()].filter((name) => !this.words.has(name)))
    return this.told(wrong)
  }

  private told(wrong: number): Finding[] {
    const shown = this.words.size
    const found: Finding[] = []
    if (wrong > 0) found.push(this.said(BROKEN, 'private_changed', { count: wrong }))
    else if (shown > 0) found.push(this.said(PROVEN, 'private_whole', { count: shown }))
    if (wrong > 0) this.words.clear()
    return found
  }

  private said(level: Level, code: string, about: Record<string, unknown>): Finding {
    return finding(level, code, { kind: this.kind, stream: this.id, ...about })
  }
}

/** The hashes of attachments anywhere in the data of an event. */
export function* attachmentsOf(value: Json): Generator<string> {
  if (value === null || typeof value !== 'object') return
  if (Array.isArray(value)) {
    for (const inner of value) yield* attachmentsOf(inner)
    return
  }
  for (const [name, inner] of Object.entries(value)) {
    if (SHOWN.has(name)) {
      for (const one of Array.isArray(inner) ? inner : [inner]) if (typeof one === 'string' && HASH.test(one)) yield one
    }
    yield* attachmentsOf(inner)
  }
}
