import 'fake-indexeddb/auto'
import { beforeEach, expect, it, vi } from 'vitest'
import { toBase64url } from '@/core/base64url'
import type { Command, FoundSheet } from '@/core/envelope'
import type { Row } from '@/core/outbox'
import { problemOf } from '@/core/problem'
import { Database } from '@/store/database'
import { allRows, keepBlob } from '@/store/outbox'
import { upload } from '@/sync/attachments'
import { deliver } from '@/sync/commands'
import { ask, post } from '@/sync/http'
import { flush, writeDown } from '@/sync/outbox'
import { hashOf, makeKey, pointOf, sign, verifies } from '@/sync/signing'

vi.mock('@/sync/http', () => ({ ask: vi.fn(), post: vi.fn(), csrfToken: () => '' }))
vi.mock('@/sync/attachments', () => ({ upload: vi.fn() }))
vi.mock('@/sync/commands', () => ({ deliver: vi.fn() }))

interface Sent {
  readonly device: string
  readonly items: readonly { readonly text: string; readonly signature: string }[]
}
interface Spelled {
  readonly id: string
  readonly seq: number
  readonly prev: string
  readonly kind: string
}

const ZERO = '0'.repeat(64)
const HASH = 'a'.repeat(64)
const NO_ANSWER = { ok: false, problem: problemOf(0, null) } as const
let database: Database
let server: CryptoKeyPair
let arrived: Spelled[]
let turns = 0

const command = (id: string, kind: Command['kind'] = 'guard_round', body: Command['body'] = {}): Command => ({
  id,
  company: 'c',
  permit: 'p',
  kind,
  body,
  baseVersion: null,
  occurredAt: new Date('2026-11-22T08:00:00Z'),
  clock: 'device_synced',
  position: null,
  reauth: null,
})

const NOW = Date.now()
const give = (id: string, kind?: Command['kind'], body?: Command['body']): Promise<Row> =>
  writeDown(database, command(id, kind, body), NOW + Number(id))

const spelled = (text: string): Spelled => JSON.parse(text) as Spelled

async function receiptOf(text: string, verdict: string): Promise<{ text: string; signature: string }> {
  const { id, seq } = spelled(text)
  const told = JSON.stringify({ v: 1, device: 'd', seq, command: id, sha256: await hashOf(text), verdict })
  return { text: told, signature: await sign(server, told) }
}

/** A server that takes everything in order, as long as `judge` says nothing else of an item. */
function serves(judge: (item: Spelled) => object | null = () => null): void {
  vi.mocked(ask).mockImplementation(async (path, question) => {
    if (path !== '/api/v1/sync') return NO_ANSWER
    const { items } = JSON.parse(question?.body ?? '{}') as Sent
    const results = []
    for (const { text } of items) {
      const item = spelled(text)
      arrived.push(item)
      const base = { id: item.id, seq: item.seq, verdict: 'accepted', problem: null }
      results.push({ ...base, receipt: await receiptOf(text, 'accepted'), ...judge(item) })
    }
    return { ok: true, data: { results } }
  })
}

beforeEach(async () => {
  turns += 1
  database = new Database(`test-${turns}`)
  server = await makeKey()
  arrived = []
  const receiptKey = await pointOf(server)
  const key = await makeKey()
  const own = { name: 'own', id: 'd', company: 'c', invitation: 'i', asking: null, seq: 0, head: ZERO } as const
  await database.device.put({ ...own, key, receiptKey })
  vi.mocked(post).mockResolvedValue({ ok: true, data: null })
  vi.mocked(ask).mockReset()
  vi.mocked(upload).mockReset().mockResolvedValue({ ok: true, data: null })
  vi.mocked(deliver).mockReset()
})

const states = async (): Promise<string[]> => (await allRows(database)).map(({ id, state }) => `${id} ${state}`)

it('signs what it writes down, each naming the one before it, with a key that cannot be taken out', async () => {
  const one = await give('1')
  const two = await give('2')
  expect([spelled(one.bytes).prev, spelled(two.bytes).prev]).toEqual([ZERO, one.signed?.sha256])
  expect([spelled(one.bytes).seq, spelled(two.bytes).seq]).toEqual([1, 2])
  const own = await database.device.get('own')
  expect(own?.key.privateKey.extractable).toBe(false)
  if (!own) return
  expect(await verifies(await pointOf(own.key), one.signed?.signature ?? '', one.bytes)).toBe(true)
  expect(await verifies(await pointOf(own.key), one.signed?.signature ?? '', `${one.bytes} `)).toBe(false)
})

it('gives two tabs that write at once two places in the chain', async () => {
  await Promise.all(['1', '2', '3', '4'].map((id) => give(id)))
  const rows = await allRows(database)
  expect(rows.map(({ signed }) => signed?.seq).sort()).toEqual([1, 2, 3, 4])
  expect(new Set(rows.map(({ bytes }) => spelled(bytes).prev)).size).toBe(4)
})

const bad = (id: string, body: Command['body']): Promise<Row> =>
  writeDown(database, command(id, 'record_round', body), NOW + Number(id), true)
const photographed = (hash: string): Command['body'] => ({ photo: hash })

it('sends bad gas before its photo and before those that wait for theirs, and the photo after it', async () => {
  const [own, other] = [HASH, 'b'.repeat(64)]
  await keepBlob(database, other, new Blob(['1']), NOW)
  await keepBlob(database, own, new Blob(['2']), NOW + 1)
  await give('1', 'add_photo', photographed(other))
  await bad('2', photographed(own))
  serves()
  const order: string[] = []
  vi.mocked(upload).mockImplementation((hash) => {
    order.push(...arrived.map(({ id }) => id), hash.slice(0, 1))
    return Promise.resolve({ ok: true, data: null })
  })
  await flush(database)
  expect(order).toEqual(['2', 'b', '2', 'a'])
  expect(await database.blobs.count()).toBe(0)
  expect(await states()).toEqual(['1 accepted', '2 accepted'])
})

it('sends in its turn what the server finds nothing wrong in', async () => {
  await keepBlob(database, HASH, new Blob(['1']), NOW)
  await give('1', 'add_photo', photographed(HASH))
  await bad('2', {})
  const told = { code: 'chain_gap', detail: { zh: '', en: '' } }
  serves(({ seq }) => (seq === 2 && arrived.length === 1 ? { verdict: 'held', problem: told, receipt: null } : null))
  await flush(database)
  expect(arrived.map(({ id }) => id)).toEqual(['2', '1', '2'])
  expect(await states()).toEqual(['1 accepted', '2 accepted'])
})

it('sends a stop that somebody gives now before any photo', async () => {
  await keepBlob(database, HASH, new Blob(['1']), NOW)
  await give('1', 'add_photo', photographed(HASH))
  await give('2', 'stop')
  serves()
  const seen: string[][] = []
  vi.mocked(upload).mockImplementation(() => {
    seen.push(arrived.map(({ id }) => id))
    return Promise.resolve({ ok: true, data: null })
  })
  await flush(database, { wait: true })
  expect(seen).toEqual([['2']])
  expect(arrived.map(({ id }) => id)).toEqual(['2', '1'])
})

it('sends a stop that waited before any photo, as soon as the line is back', async () => {
  await keepBlob(database, HASH, new Blob(['1']), NOW)
  await give('1', 'add_photo', photographed(HASH))
  await give('2', 'stop')
  serves()
  await flush(database)
  expect(arrived.map(({ id }) => id)).toEqual(['2', '1'])
})

it('sends what waited in its order, photos ahead, when nothing of it stops or is bad', async () => {
  await keepBlob(database, HASH, new Blob(['1']), NOW)
  await give('1', 'add_photo', photographed(HASH))
  await give('2', 'guard_round')
  serves()
  await flush(database)
  expect(arrived.map(({ id }) => id)).toEqual(['1', '2'])
})

it('keeps a row of long ago as long as its photo is here', async () => {
  await keepBlob(database, HASH, new Blob(['1']), NOW)
  await writeDown(database, command('1', 'record_round', photographed(HASH)), NOW - 20 * 86_400_000, true)
  serves()
  vi.mocked(upload).mockResolvedValue(NO_ANSWER)
  await flush(database)
  expect(await states()).toEqual(['1 accepted'])
  vi.mocked(upload).mockResolvedValue({ ok: true, data: null })
  await flush(database)
  expect(await states()).toEqual([])
})

it('keeps a row until its receipt is verified', async () => {
  await give('1')
  serves()
  const { done } = await flush(database)
  expect(done.map(({ id, state }) => [id, state])).toEqual([['1', 'accepted']])
  expect((await allRows(database))[0]?.receipt).not.toBeNull()
  expect(await states()).toEqual(['1 accepted'])
})

it.each([
  ['signed by somebody else', async (text: string) => ({ text, signature: await sign(await makeKey(), text) })],
  ['about another envelope', () => receiptOf('{"id":"9","seq":9}', 'accepted')],
])('takes a receipt %s for none, says so to the server, and keeps the row', async (_, forge) => {
  const row = await give('1')
  const forged = await forge((await receiptOf(row.bytes, 'accepted')).text)
  serves(() => ({ receipt: forged }))
  await flush(database)
  expect(await states()).toEqual(['1 pending'])
  expect(post).toHaveBeenCalledWith('/api/v1/devices/d/doubts', { seq: 1, kind: 'receipt' })
})

it('sends the same words again after an answer that was lost', async () => {
  await give('1')
  vi.mocked(ask).mockResolvedValue(NO_ANSWER)
  expect((await flush(database)).problem?.status).toBe(0)
  const first = vi.mocked(ask).mock.calls[0]?.[1]?.body
  serves()
  await flush(database)
  expect(vi.mocked(ask).mock.calls[1]?.[1]?.body).toBe(first)
  expect(await states()).toEqual(['1 accepted'])
})

it('sends again what was on its way when the phone was switched off', async () => {
  const row = await give('1')
  await database.outbox.put({ ...row, state: 'sending' })
  serves()
  await flush(database)
  expect(await states()).toEqual(['1 accepted'])
})

it('loses nothing when the login ran out, and says so', async () => {
  await give('1')
  vi.mocked(ask).mockResolvedValue({ ok: false, problem: problemOf(401, {}) })
  expect((await flush(database)).problem?.status).toBe(401)
  expect(await states()).toEqual(['1 pending'])
})

it('goes on beside a row that was refused, and keeps the reason', async () => {
  for (const id of ['1', '2']) await give(id)
  const refused = await receiptOf((await allRows(database))[0]?.bytes ?? '', 'refused')
  const problem = { code: 'not_your_duty', detail: { zh: '不归您办', en: 'Not yours' } }
  serves(({ id }) => (id === '1' ? { verdict: 'refused', problem, receipt: refused } : null))
  await flush(database)
  expect(await states()).toEqual(['1 refused', '2 accepted'])
  expect((await allRows(database))[0]?.problem?.says.zh).toBe('不归您办')
})

it.each(['held', 'too_new'])('keeps what is %s and sends it again', async (verdict) => {
  await give('1')
  serves(() => ({ verdict, receipt: null }))
  await flush(database)
  expect(await states()).toEqual([`1 ${verdict}`])
  serves()
  await flush(database)
  expect(await states()).toEqual(['1 accepted'])
})

it('shows to people what was refused without a receipt, and does not send it for ever', async () => {
  await give('1')
  serves(() => ({ verdict: 'refused', problem: { code: 'chain_forked' }, receipt: null }))
  await flush(database)
  await flush(database)
  expect(await states()).toEqual(['1 stuck'])
  expect(arrived).toHaveLength(1)
})

it('sends the photo first, and holds back the rows behind it, but never a stop', async () => {
  await keepBlob(database, HASH, new Blob(['jpeg']), 1)
  await give('1', 'add_photo', { photo: HASH })
  await give('2')
  await give('3', 'stop')
  vi.mocked(upload).mockResolvedValue(NO_ANSWER)
  serves()
  await flush(database)
  expect(arrived.map(({ id }) => id)).toEqual(['3'])
  vi.mocked(upload).mockResolvedValue({ ok: true, data: null })
  await flush(database)
  expect(arrived.map(({ id }) => id)).toEqual(['3', '1', '2'])
  expect(await database.blobs.count()).toBe(0)
})

it('sends a long queue in parts, a stop at its end first', async () => {
  for (let at = 1; at <= 60; at += 1) await give(String(at))
  await give('61', 'stop')
  serves()
  await flush(database)
  expect(arrived.map(({ id }) => id)).toEqual(['61', ...Array.from({ length: 60 }, (_, at) => String(at + 1))])
})

it('claims nothing that it could not keep', async () => {
  vi.spyOn(database.outbox, 'add').mockRejectedValue(new DOMException('full', 'QuotaExceededError'))
  await expect(give('1')).rejects.toThrow()
  expect((await database.device.get('own'))?.seq).toBe(0)
})

it('sends the stops of a phone that is not enrolled with its login alone', async () => {
  await database.device.clear()
  const row = await give('1', 'stop')
  expect(row.signed).toBeNull()
  vi.mocked(deliver).mockResolvedValue({ ok: true, data: { verdict: 'accepted', version: 1, events: [] } })
  await flush(database)
  expect(await states()).toEqual(['1 accepted'])
  expect(vi.mocked(deliver).mock.calls[0]?.[0]).toBe(row.bytes)
})

it('takes over the stops that waited before phones signed', async () => {
  const name = `davy-old-${turns}`
  await new Promise<void>((done) => {
    const opening = indexedDB.open(name, 20)
    opening.onupgradeneeded = () => {
      for (const store of ['queue', 'permits', 'forms', 'answers']) {
        opening.result
          .createObjectStore(store, { keyPath: store === 'queue' || store === 'permits' ? 'id' : 'name' })
          .createIndex('at', 'at')
      }
      const old = { id: '1', permit: 'p', kind: 'stop', bytes: '{}', at: 5 }
      opening.transaction?.objectStore('queue').put(old)
    }
    opening.onsuccess = () => {
      opening.result.close()
      done()
    }
  })
  const rows = await allRows(new Database(`old-${turns}`))
  expect(rows.map(({ id, state, signed, bytes }) => [id, state, signed, bytes])).toEqual([['1', 'pending', null, '{}']])
})

it('spells signatures and points as the server reads them', async () => {
  expect(await pointOf(server)).toMatch(/^[\w-]{87}$/)
  expect(await sign(server, 'x')).toMatch(/^[\w-]{86}$/)
  expect(toBase64url(new Uint8Array([255, 254]))).toBe('__4')
})

it('a live sheet is written down for its block and goes ahead of what waits for a photo', async () => {
  const sheet: FoundSheet = {
    ...command('2'),
    permit: '',
    stream: 'block/b1',
    kind: 'register_sheet',
    body: { serial: 'TP-000123-20' },
  }
  await keepBlob(database, HASH, new Blob(['x']), NOW)
  vi.mocked(upload).mockResolvedValue(NO_ANSWER)
  await give('1', 'add_photo', photographed(HASH))
  const row = await writeDown(database, sheet, NOW + 2, true)
  expect(JSON.parse(row.bytes)).toMatchObject({ stream: 'block/b1', kind: 'register_sheet', seq: 2 })
  serves()
  await flush(database)
  expect(arrived.map(({ kind }) => kind)).toEqual(['register_sheet'])
})
