/** The log up to the bundle's checkpoint, and what of it somebody outside saw before. */
import { Doubt, fromBase64, same } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'
import type { Bundle } from '@/verify/bundle'
import { BROKEN, finding, OPEN, PROVEN, TOLD, why } from '@/verify/finding'
import type { Finding } from '@/verify/finding'
import { opened, signer } from '@/verify/note'
import type { Key } from '@/verify/note'
import { form, word } from '@/verify/strict'
import type { Told } from '@/verify/strict'
import { Growing, leafHash } from '@/verify/tree'

export interface Checkpoint {
  origin: string
  size: number
  root: Bytes
}

const ALL = 'log/entries.jsonl'
const ENTRY = {
  v: ['int'], kind: ['string'], stream: ['string'], seq: ['int'], head: ['string'], previous: ['int', 'null'],
} as const

/** What a leaf of the log says. Throws Doubt. */
export function entry(content: Bytes): Told {
  const told = form(content, ENTRY)
  if (told['v'] !== 1) throw new Doubt('an entry of another version')
  return told
}

/** The state that this note signs by one of the keys, or the fault that it signs none. */
export async function checkpoint(note: Bytes, keys: readonly Key[], fault: string): Promise<Checkpoint | Finding> {
  try {
    const key = await signer(note, keys)
    const [origin, size = '', root = ''] = (await opened(note, key)).split('\n')
    if (!/^(?:0|[1-9]\d{0,15})$/.test(size)) throw new Doubt('no size')
    if (origin !== key.name) throw new Doubt(origin ?? '')
    return { origin, size: Number(size), root: fromBase64(root) }
  } catch (error) {
    return finding(BROKEN, fault, { why: why(error) })
  }
}

export class Log {
  whole = false
  readonly known = new Map<string, number[]>()
  private seenRoot: Bytes | null = null

  readonly now: Checkpoint
  private readonly seen: Checkpoint | null
  private readonly lasted: ReadonlyMap<string, number>

  /** `lasted`: of how many entries the log goes on, by the name of each log that was declared ended. */
  constructor(now: Checkpoint, seen: Checkpoint | null, lasted: ReadonlyMap<string, number>) {
    this.now = now
    this.seen = seen
    this.lasted = lasted
  }

  async check(bundle: Bundle): Promise<Finding[]> {
    if (!bundle.names.has(ALL)) return [finding(OPEN, 'entries_not_all', { size: this.now.size }), this.outside()]
    try {
      return [await this.rebuilt(bundle), this.outside()]
    } catch (error) {
      return [finding(BROKEN, 'entries_unreadable', { why: why(error) }), this.outside()]
    }
  }

  private async rebuilt(bundle: Bundle): Promise<Finding> {
    const tree = new Growing()
    if (this.seen?.size === 0) this.seenRoot = await tree.root()
    const all = this.now.size === 0 ? [] : await bundle.lines(ALL)
    for (const line of all) {
      const told = entry(line)
      const name = `${word(told['kind'])}/${word(told['stream'])}`
      this.known.set(name, [...(this.known.get(name) ?? []), tree.size])
      await tree.add(await leafHash(line))
      if (tree.size === this.seen?.size) this.seenRoot = await tree.root()
    }
    this.whole = tree.size === this.now.size && same(await tree.root(), this.now.root)
    const about = { count: tree.size, size: this.now.size }
    return this.whole ? finding(PROVEN, 'entries_all', { count: tree.size }) : finding(BROKEN, 'entries_not_the_log', about)
  }

  private outside(): Finding {
    if (this.seen === null) return finding(TOLD, 'no_outside_view')
    const about = { seen: this.seen.size, size: this.now.size }
    if (this.seen.size > (this.lasted.get(this.seen.origin) ?? this.seen.size)) return finding(OPEN, 'seen_was_ended', about)
    if (this.seen.size > this.now.size) return finding(OPEN, 'seen_is_newer', about)
    const root = this.seen.size === this.now.size ? this.now.root : this.whole ? this.seenRoot : null
    if (root === null) return finding(OPEN, 'seen_not_proved', about)
    return same(root, this.seen.root) ? finding(PROVEN, 'seen_is_prefix', about) : finding(BROKEN, 'two_logs', about)
  }
}
