/** What a camera wrote beside its picture (EXIF): read before the picture is painted anew, and put back after.

It goes back into the JPEG itself instead of beside it: one hash then holds picture and facts together, the record
on the permit names that hash, and nobody can later pair a picture with the time of another. The server reads its
own copy of the facts from those bytes and believes nothing the page says. */

const SOI = 0xffd8
const APP1 = 0xe1
const SCAN = 0xda
const EXIF = [0x45, 0x78, 0x69, 0x66, 0, 0] as const
const ORIENTATION = 0x0112
const SUB_IFD = 0x8769
const TAKEN = 0x9003
const OFFSET = 0x9011
const ENTRY = 12

/** The whole APP1 segment with its marker, or null: no JPEG, no EXIF, or broken. */
export function exifOf(jpeg: Uint8Array): Uint8Array | null {
  const view = new DataView(jpeg.buffer, jpeg.byteOffset, jpeg.byteLength)
  if (view.byteLength < 4 || view.getUint16(0) !== SOI) return null
  let at = 2
  while (at + 4 <= view.byteLength && view.getUint8(at) === 0xff && view.getUint8(at + 1) !== SCAN) {
    const end = at + 2 + view.getUint16(at + 2)
    if (end > view.byteLength) return null
    if (view.getUint8(at + 1) === APP1 && EXIF.every((byte, n) => jpeg[at + 4 + n] === byte)) return jpeg.slice(at, end)
    at = end
  }
  return null
}

interface Ifd {
  readonly view: DataView
  readonly little: boolean
  /** Tag → where its entry begins. */
  readonly entries: ReadonlyMap<number, number>
}

/** One directory of the segment; throws RangeError where it points outside. */
function directory(view: DataView, little: boolean, at: number): Ifd {
  const entries = new Map<number, number>()
  const count = view.getUint16(at, little)
  for (let n = 0; n < count; n += 1) {
    const entry = at + 2 + n * ENTRY
    entries.set(view.getUint16(entry, little), entry)
  }
  return { view, little, entries }
}

/** The first directory; offsets count from the TIFF head behind marker, length and name. */
function head(segment: Uint8Array): Ifd {
  const begin = 4 + EXIF.length
  const view = new DataView(segment.buffer, segment.byteOffset + begin, segment.byteLength - begin)
  const little = view.getUint16(0) === 0x4949
  return directory(view, little, view.getUint32(4, little))
}

function textOf({ view, little, entries }: Ifd, tag: number): string | null {
  const entry = entries.get(tag)
  if (entry === undefined) return null
  const length = view.getUint32(entry + 4, little)
  const at = length <= 4 ? entry + 8 : view.getUint32(entry + 8, little)
  const bytes = new Uint8Array(view.buffer, view.byteOffset + at, length)
  return String.fromCharCode(...bytes).replace(/\0[\s\S]*$/, '')
}

/** The segment for a picture that stands upright by itself now: the same bytes but for the orientation. */
export function upright(segment: Uint8Array): Uint8Array {
  const made = segment.slice()
  try {
    const { view, little, entries } = head(made)
    const entry = entries.get(ORIENTATION)
    if (entry !== undefined) view.setUint16(entry + 8, 1, little)
  } catch {
    // Broken: kept as it is, as evidence; no viewer will turn the picture by it.
  }
  return made
}

function instantOf(told: string, zone: string): Date | null {
  const parts = /^(\d{4}):(\d\d):(\d\d) (\d\d:\d\d:\d\d)/.exec(told)
  if (parts === null) return null
  const ahead = /^[+-]\d\d:\d\d$/.test(zone) ? zone : '+08:00'
  const found = new Date(`${parts.slice(1, 4).join('-')}T${parts[4] ?? ''}${ahead}`)
  return Number.isNaN(found.getTime()) ? null : found
}

/** When the shutter was pressed; a camera that tells no zone is taken to show the plant's time. */
export function takenAt(segment: Uint8Array): Date | null {
  try {
    const first = head(segment)
    const sub = first.entries.get(SUB_IFD)
    if (sub === undefined) return null
    const facts = directory(first.view, first.little, first.view.getUint32(sub + 8, first.little))
    return instantOf(textOf(facts, TAKEN) ?? '', textOf(facts, OFFSET)?.trim() ?? '')
  } catch {
    return null
  }
}

/** The painted JPEG with the camera's segment in front; a JPEG that lost its head stays as it is. */
export function withExif(jpeg: Uint8Array, segment: Uint8Array): Uint8Array<ArrayBuffer> {
  const made = new Uint8Array(jpeg.byteLength + segment.byteLength)
  made.set(jpeg.subarray(0, 2))
  made.set(segment, 2)
  made.set(jpeg.subarray(2), 2 + segment.byteLength)
  return made
}

/** Further from now than handling a phone takes. */
const APART_MS = 10 * 60_000

/** The camera's time where the picture is not of now: from the gallery, or by a clock that is wrong. */
export function notOfNow(taken: Date | null, now: number): Date | null {
  return taken !== null && Math.abs(now - taken.getTime()) > APART_MS ? taken : null
}
