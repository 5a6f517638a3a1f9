/** Every kind of doubt, as davy-verify judges it: the vectors are written and held by its own tests. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fromBase64, joined, utf8 } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'
import { certificates } from '@/verify/certificate'
import { check } from '@/verify/checks'
import { BROKEN, worst } from '@/verify/finding'
import { plainOf } from '@/verify/keys'
import { keyOf } from '@/verify/note'
import type { Trust } from '@/verify/outside'
import { mark, said, verdict } from '@/verify/said'
import { form } from '@/verify/strict'
import { witnessOf } from '@/verify/witness'

interface Case {
  name: string
  files: Record<string, string | null>
  key?: string | null
  seen?: string
  trust?: { roots?: string; witnesses?: string[]; needed?: number }
  /** the ZIP as it lies there, where that is what is doubted */
  zip?: string
  expected: [number, string][]
}
/** What the reader's clock says, as in davy-verify's own tests. */
const NOW = Date.UTC(2028, 0, 1)
const vectors = JSON.parse(readFileSync('../verify/vectors/bundles.json', 'utf8')) as {
  key: string
  files: Record<string, string>
  cases: Case[]
}

/** A ZIP of these files, stored or packed. */
async function zipped(files: Map<string, Bytes>, packed = false): Promise<Blob> {
  const [parts, list]: [Bytes[], Bytes[]] = [[], []]
  let at = 0
  for (const [name, content] of files) {
    const stream = new Blob([content]).stream().pipeThrough(new CompressionStream('deflate-raw'))
    const body = packed ? new Uint8Array(await new Response(stream).arrayBuffer()) : content
    const told = utf8(name)
    const head = new DataView(new ArrayBuffer(30))
    head.setUint32(0, 0x04034b50, true)
    head.setUint16(26, told.length, true)
    const row = new DataView(new ArrayBuffer(46))
    row.setUint32(0, 0x02014b50, true)
    row.setUint16(10, packed ? 8 : 0, true)
    row.setUint32(20, body.length, true)
    row.setUint32(24, content.length, true)
    row.setUint16(28, told.length, true)
    row.setUint32(42, at, true)
    parts.push(new Uint8Array(head.buffer), told, body)
    list.push(new Uint8Array(row.buffer), told)
    at += 30 + told.length + body.length
  }
  const all = joined(...list)
  const end = new DataView(new ArrayBuffer(22))
  end.setUint32(0, 0x06054b50, true)
  end.setUint16(10, files.size, true)
  end.setUint32(12, all.length, true)
  end.setUint32(16, at, true)
  return new Blob([...parts, all, new Uint8Array(end.buffer)])
}

function filesOf(one: Case): Map<string, Bytes> {
  const told = Object.entries({ ...vectors.files, ...one.files })
  return new Map(told.flatMap(([name, content]) => (content === null ? [] : [[name, fromBase64(content)]])))
}

async function trusted(one: Case): Promise<Trust> {
  const { roots, witnesses = [], needed = null } = one.trust ?? {}
  return {
    roots: roots === undefined ? [] : certificates(fromBase64(roots)),
    witnesses: await Promise.all(witnesses.map(witnessOf)),
    needed,
  }
}

describe('a bundle', () => {
  it.each(vectors.cases.map((one) => [one.name, one] as const))('%s', async (_, one) => {
    const key = one.key === null ? null : await keyOf(one.key ?? vectors.key)
    const seen = one.seen === undefined ? null : fromBase64(one.seen)
    const raw = one.zip === undefined ? await zipped(filesOf(one)) : new Blob([fromBase64(one.zip)])
    const found = await check(raw, key, seen, undefined, await trusted(one), NOW)
    expect(found.map(({ level, code }) => [level, code])).toEqual(one.expected)
    for (const each of found) {
      expect(said(each, 'zh')).not.toMatch(/\{|undefined/)
      expect(said(each, 'en')).not.toMatch(/\{|undefined/)
      expect(mark(each.level, 'zh')).not.toBe('')
    }
  })

  it('holds when it is packed, and is broken when it is cut, whatever is left', async () => {
    const [good] = vectors.cases
    if (good === undefined) throw new Error('no vectors')
    const key = await keyOf(vectors.key)
    const whole = await zipped(filesOf(good), true)
    expect(worst(await check(whole, key))).toBe(0)
    for (const size of [0, 10, 100, whole.size - 1, whole.size - 30, whole.size >> 1]) {
      expect(worst(await check(whole.slice(0, size), key))).toBe(BROKEN)
    }
    expect(verdict(0, 'zh')).toContain('全部成立')
  })

  it('is told of in the words of the house', () => {
    const found = { level: 0, code: 'private_whole', about: { kind: 'permit', stream: 'x', count: 2 } } as const
    expect(said(found, 'zh')).toMatch(/^作业票 x /)
    expect(said({ ...found, about: { ...found.about, kind: 'nobody' } }, 'en')).toMatch(/^nobody x/)
  })
})

describe('a line', () => {
  const any = { a: ['int', 'string', 'bool', 'null', 'list', 'map'] } as const
  it.each(['{"a":1}', '{ "a" : [1, {"b": "\\u4e2d"}] }', '{"a":-0}', '{"a":null}'])('%s is read', (line) => {
    expect(form(utf8(line), any)).toHaveProperty('a')
  })
  it.each([
    '{"a":1,"a":1}', '{"a":1.0}', '{"a":1e3}', '{"a":01}', '{"a":NaN}', '{"a":1,}', '{"a":1} ;', "{'a':1}", '[1]', '',
    '{"a":"\u0001"}', '{"a":9007199254740993}', '{"b":1}', `{"a":${'['.repeat(5000)}`,
  ])('%s is refused', (line) => {
    expect(() => form(utf8(line), any)).toThrow()
  })
})

describe('a signature in DER', () => {
  const half = [2, 1, 1]
  it('is read in one way only', () => {
    expect(plainOf(Uint8Array.of(0x30, 6, ...half, ...half))).toHaveLength(64)
    for (const bad of [[0x30, 5, ...half, ...half], [0x30, 7, ...half, ...half, 0], [0x30, 7, 2, 2, 0, 1, ...half], [0x30, 6, 2, 1, 0x80, ...half]]) {
      expect(() => plainOf(Uint8Array.from(bad))).toThrow()
    }
  })
})
