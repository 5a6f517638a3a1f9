import { describe, expect, it } from 'vitest'
import { exifOf, notOfNow, takenAt, upright, withExif } from '@/core/exif'

const text = (words: string): number[] => Array.from(words, (letter) => letter.charCodeAt(0))
const u16 = (value: number): number[] => [value & 0xff, value >> 8]
const u32 = (value: number): number[] => [...u16(value & 0xffff), ...u16(value >>> 16)]

/** A segment as a phone writes it: turned by 90°, and when it was taken. */
function segment(taken: string, zone?: string): number[] {
  const sub = 8 + 2 + 2 * 12 + 4
  const strings = sub + 2 + 2 * 12 + 4
  const tiff = [
    ...text('II'), ...u16(42), ...u32(8),
    ...u16(2), ...u16(0x0112), ...u16(3), ...u32(1), ...u16(6), ...u16(0), ...u16(0x8769), ...u16(4), ...u32(1), ...u32(sub), ...u32(0),
    ...u16(2), ...u16(0x9003), ...u16(2), ...u32(20), ...u32(strings),
    ...u16(zone === undefined ? 0x9999 : 0x9011), ...u16(2), ...u32(7), ...u32(strings + 20), ...u32(0),
    ...text(`${taken}\0`), ...text(`${zone ?? '+00:00'}\0`),
  ]
  const body = [...text('Exif'), 0, 0, ...tiff]
  return [0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 0xff, ...body]
}

const jpeg = (...segments: number[][]): Uint8Array => new Uint8Array([0xff, 0xd8, ...segments.flat(), 0xff, 0xda, 1, 2, 3])
const JFIF = [0xff, 0xe0, 0, 4, 1, 2]

describe('what a camera wrote', () => {
  it('is found behind other segments and told in the zone the camera names', () => {
    const found = exifOf(jpeg(JFIF, segment('2026:11:21 14:02:09', '+09:00')))
    expect(found && takenAt(found)?.toISOString()).toBe('2026-11-21T05:02:09.000Z')
  })

  it('is the plant’s time where the camera names no zone', () => {
    expect(takenAt(new Uint8Array(segment('2026:11:21 14:02:09')))?.toISOString()).toBe('2026-11-21T06:02:09.000Z')
  })

  it('comes back into the new picture byte for byte, but standing upright', () => {
    const kept = exifOf(jpeg(segment('2026:11:21 14:02:09')))
    if (kept === null) throw new Error('no segment')
    const made = withExif(jpeg(JFIF), upright(kept))
    const again = exifOf(made)
    expect(again).toHaveLength(kept.length)
    expect([...(again ?? [])].filter((byte, at) => byte !== kept[at])).toEqual([1])
    expect(again && takenAt(again)).toEqual(takenAt(kept))
    expect([...made.slice(0, 2), ...made.slice(-5)]).toEqual([0xff, 0xd8, 0xff, 0xda, 1, 2, 3])
  })

  it('is nothing where there is none, or where it is broken', () => {
    const whole = segment('2026:11:21 14:02:09')
    expect(exifOf(jpeg(JFIF))).toBeNull()
    expect(exifOf(new Uint8Array([0x89, 0x50, 0x4e, 0x47]))).toBeNull()
    expect(exifOf(jpeg(whole).slice(0, 30))).toBeNull()
    for (let length = 10; length < whole.length - 7; length += 1) expect(takenAt(new Uint8Array(whole.slice(0, length)))).toBeNull()
    expect(takenAt(new Uint8Array(segment('0000:00:00 00:00:00')))).toBeNull()
    expect(upright(new Uint8Array([0xff, 0xe1, 0, 8, ...text('Exif'), 0, 0]))).toHaveLength(10)
  })

  it('is told only where it is not of now', () => {
    const now = Date.parse('2026-11-21T06:00:00Z')
    expect(notOfNow(new Date(now - 9 * 60_000), now)).toBeNull()
    expect(notOfNow(new Date(now - 11 * 60_000), now)).not.toBeNull()
    expect(notOfNow(new Date(now + 11 * 60_000), now)).not.toBeNull()
    expect(notOfNow(null, now)).toBeNull()
  })
})
