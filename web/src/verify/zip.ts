/** Reads a ZIP from a file that stays where it is: its list first, then one member at a time. */
import { Doubt, joined, text } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'

export interface Member {
  name: string
  method: number
  flags: number
  /** where the next member, or the list, begins */
  until: number
  packed: number
  size: number
  at: number
}

const MOST_MEMBERS = 200_000
export const LARGEST = 512 * 1024 * 1024
const END = 0x06054b50
const END64 = 0x06064b50
const LISTED = 0x02014b50
const LOCAL = 0x04034b50
const FULL = 0xffffffff
const [STORED, DEFLATED] = [0, 8]
/** A member that is encrypted, or a change of another. */
const LOCKED = 0x61

async function read(file: Blob, from: number, size: number): Promise<DataView<ArrayBuffer>> {
  if (from < 0 || size < 0 || from + size > file.size) throw new Doubt('the ZIP is cut off')
  return new DataView(await file.slice(from, from + size).arrayBuffer())
}

/** The members in the order of the list. Throws Doubt for what is no ZIP. */
export async function members(file: Blob): Promise<Member[]> {
  const { at, size, count } = await listed(file)
  if (count > MOST_MEMBERS) throw new Doubt(`${count} files`)
  const list = await read(file, at, size)
  const found: Member[] = []
  let here = 0
  while (found.length < count) {
    if (here + 46 > size || list.getUint32(here, true) !== LISTED) throw new Doubt('the list of the ZIP is broken')
    const lengths = [28, 30, 32].map((place) => list.getUint16(here + place, true))
    const [name = 0, extra = 0, note = 0] = lengths
    if (here + 46 + name + extra + note > size) throw new Doubt('the list of the ZIP is broken')
    const one = member(list, here, name, extra)
    if (one.method !== STORED && one.method !== DEFLATED) throw new Doubt('packed in an unknown way')
    found.push(one)
    here += 46 + name + extra + note
  }
  let until = at
  for (const one of [...found].sort((a, b) => b.at - a.at)) {
    one.until = until
    until = one.at
  }
  return found
}

async function listed(file: Blob): Promise<{ at: number; size: number; count: number }> {
  const tail = Math.min(file.size, 65_557)
  const end = await read(file, file.size - tail, tail)
  let here = tail - 22
  while (here >= 0 && end.getUint32(here, true) !== END) here -= 1
  if (here < 0) throw new Doubt('no ZIP')
  const small = { at: end.getUint32(here + 16, true), size: end.getUint32(here + 12, true), count: end.getUint16(here + 10, true) }
  if (small.at !== FULL && small.count !== 0xffff && small.size !== FULL) return small
  const place = file.size - tail + here - 20
  const where = whole(await read(file, place, 20), 8)
  const large = await read(file, where, 56)
  if (large.getUint32(0, true) !== END64) throw new Doubt('the end of the ZIP is broken')
  return { at: whole(large, 48), size: whole(large, 40), count: whole(large, 32) }
}

function whole(view: DataView, at: number): number {
  const found = Number(view.getBigUint64(at, true))
  if (!Number.isSafeInteger(found)) throw new Doubt('the ZIP is too large')
  return found
}

function member(list: DataView<ArrayBuffer>, here: number, name: number, extra: number): Member {
  const found = {
    name: text(new Uint8Array(list.buffer, here + 46, name)),
    flags: list.getUint16(here + 8, true),
    method: list.getUint16(here + 10, true),
    until: 0,
    packed: list.getUint32(here + 20, true),
    size: list.getUint32(here + 24, true),
    at: list.getUint32(here + 42, true),
  }
  let at = here + 46 + name
  const until = at + extra
  while (at + 4 <= until) {
    const [kind, size] = [list.getUint16(at, true), list.getUint16(at + 2, true)]
    if (kind === 1) wide(list, at + 4, found)
    at += 4 + size
  }
  return found
}

/** Figures that do not fit stand one after another in a part of their own. */
function wide(list: DataView, from: number, found: Member): void {
  let at = from
  for (const name of ['size', 'packed', 'at'] as const) {
    if (found[name] !== FULL) continue
    found[name] = whole(list, at)
    at += 8
  }
}

/** The bytes of a member, at most LARGEST. Throws Doubt. */
export async function content(file: Blob, one: Member): Promise<Bytes> {
  if (one.size > LARGEST) throw new Doubt('a file is too large')
  const head = await read(file, one.at, 30)
  const named = head.getUint16(26, true)
  if (head.getUint32(0, true) !== LOCAL) throw new Doubt('the ZIP is broken')
  const from = one.at + 30 + named + head.getUint16(28, true)
  if (from + one.packed > file.size) throw new Doubt('the ZIP is cut off')
  if (from + one.packed > one.until) throw new Doubt('files of the ZIP overlap')
  if (text(new Uint8Array((await read(file, one.at + 30, named)).buffer)) !== one.name) throw new Doubt('a file has two names')
  if ((one.flags & LOCKED) !== 0) throw new Doubt('packed in an unknown way')
  const packed = file.slice(from, from + one.packed)
  return one.method === STORED ? new Uint8Array(await packed.arrayBuffer()) : inflated(packed, one.size)
}

async function inflated(packed: Blob, size: number): Promise<Bytes> {
  const parts: Bytes[] = []
  let so = 0
  try {
    const reader = packed.stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader()
    for (;;) {
      const { done, value } = await reader.read()
      if (done) break
      so += value.length
      if (so > size) throw new Doubt('a file is longer than the ZIP says')
      parts.push(new Uint8Array(value))
    }
  } catch (error) {
    throw error instanceof Doubt ? error : new Doubt('a file of the ZIP is broken')
  }
  return joined(...parts)
}
