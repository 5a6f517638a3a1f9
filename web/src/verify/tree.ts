/** The hashes of Davy's evidence: of an event in its chain, of a leaf, of a tree's root. */
import { joined, same, sha256, utf8 } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'

export const START: Bytes = new Uint8Array(32)
const EVENT = utf8('davy-event-v1\0')

export function eventHash(before: Bytes, body: Bytes): Promise<Bytes> {
  return sha256(joined(EVENT, before, body))
}

export function leafHash(entry: Bytes): Promise<Bytes> {
  return sha256(joined(Uint8Array.of(0), entry))
}

function pair(left: Bytes, right: Bytes): Promise<Bytes> {
  return sha256(joined(Uint8Array.of(1), left, right))
}

/** The root over these leaves (RFC 6962), by levels: many hashes are under way at a time. */
export async function rootOf(leaves: readonly Bytes[]): Promise<Bytes> {
  let level: Bytes[] = await Promise.all(leaves.map(leafHash))
  while (level.length > 1) {
    const pairs = level.filter((_, at) => at % 2 === 1).map((right, at) => pair(level[2 * at] ?? right, right))
    level = [...(await Promise.all(pairs)), ...(level.length % 2 === 1 ? level.slice(-1) : [])]
  }
  return level[0] ?? sha256(new Uint8Array(0))
}

/** The largest power of two below `size`. */
function half(size: number): number {
  let left = 1
  while (left * 2 < size) left *= 2
  return left
}

/** The root to which this proof leads from leaf `index` of `size`; null when it leads nowhere. */
export async function rootByProof(index: number, size: number, leaf: Bytes, proof: readonly Bytes[]): Promise<Bytes | null> {
  if (index < 0 || index >= size) return null
  const steps = [...proof]
  const found = await climb(index, size, leaf, steps)
  return steps.length === 0 ? found : null
}

async function climb(index: number, size: number, leaf: Bytes, steps: Bytes[]): Promise<Bytes | null> {
  if (size === 1) return leaf
  const other = steps.pop()
  if (other === undefined) return null
  const left = half(size)
  const right = index >= left
  const inner = await climb(right ? index - left : index, right ? size - left : left, leaf, steps)
  if (inner === null) return null
  return right ? pair(other, inner) : pair(inner, other)
}

/** Whether the proof shows that the tree of `size` with `root` begins with that of `old` leaves. */
export async function grown(old: number, size: number, oldRoot: Bytes, root: Bytes, proof: readonly Bytes[]): Promise<boolean> {
  if (old <= 0 || old > size) return false
  const steps = [...proof]
  const found = await both(old, size, oldRoot, steps)
  return found !== null && steps.length === 0 && same(found[0], oldRoot) && same(found[1], root)
}

async function both(old: number, size: number, known: Bytes | null, steps: Bytes[]): Promise<[Bytes, Bytes] | null> {
  if (old === size) {
    const found = known ?? steps.pop()
    return found === undefined ? null : [found, found]
  }
  const left = half(size)
  const other = steps.pop()
  if (other === undefined) return null
  if (old <= left) {
    const inner = await both(old, left, known, steps)
    return inner && [inner[0], await pair(inner[1], other)]
  }
  const inner = await both(old - left, size - left, null, steps)
  return inner && [await pair(other, inner[0]), await pair(other, inner[1])]
}

/** A tree to which leaves are added; of it only the roots of its full parts are kept. */
export class Growing {
  size = 0
  private readonly full: Bytes[] = []

  async add(leaf: Bytes): Promise<void> {
    let found = leaf
    for (let pairs = this.size; pairs % 2 === 1; pairs = Math.floor(pairs / 2)) {
      const left = this.full.pop()
      if (left !== undefined) found = await pair(left, found)
    }
    this.full.push(found)
    this.size += 1
  }

  async root(): Promise<Bytes> {
    let found = this.full.at(-1) ?? (await sha256(new Uint8Array(0)))
    for (const left of this.full.slice(0, -1).reverse()) found = await pair(left, found)
    return found
  }
}
