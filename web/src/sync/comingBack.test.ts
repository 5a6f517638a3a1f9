import 'fake-indexeddb/auto'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Command } from '@/core/envelope'
import { KEPT, lostBehind, outlived } from '@/core/outbox'
import type { Row } from '@/core/outbox'
import { problemOf } from '@/core/problem'
import { Database, UNSIGNED } from '@/store/database'
import { allRows } from '@/store/outbox'
import { deliver } from '@/sync/commands'
import { enrol } from '@/sync/enrolment'
import { ask, post } from '@/sync/http'
import { flush, signer, writeDown } from '@/sync/outbox'
import { hashOf, makeKey, pointOf, sign, verifies } from '@/sync/signing'

vi.mock('@/sync/http', () => ({ ask: vi.fn(), post: vi.fn(), csrfToken: () => '' }))
vi.mock('@/sync/attachments', () => ({ upload: vi.fn(() => Promise.resolve({ ok: true, data: null })) }))
vi.mock('@/sync/commands', () => ({ deliver: vi.fn() }))

interface Spelled {
  readonly id: string
  readonly device: string
  readonly seq: number
  readonly prev: string
  readonly clock: string
  readonly body: object
}
const ZERO = '0'.repeat(64)
const NOW = Date.now()
const spelled = (text: string): Spelled => JSON.parse(text) as Spelled
let database: Database
let server: CryptoKeyPair
let device = { id: '', seq: 0, revoked_at: null as string | null }
let turns = 0

const command = (id: string): Command => ({
  id, company: 'c', permit: 'p', kind: 'guard_round', body: { note: id }, baseVersion: null,
  occurredAt: new Date(NOW), clock: 'device_synced', position: null, reauth: null,
})
const give = (id: string): Promise<Row> => writeDown(database, command(id), NOW + Number(id))
const states = async (): Promise<string[]> => (await allRows(database)).map(({ id, state }) => `${id} ${state}`)

/** A server with one chain: it takes what comes next, holds what comes later, refuses a revoked key. */
function serves(): void {
  vi.mocked(ask).mockImplementation(async (path, question) => {
    if (path.startsWith('/api/v1/devices/')) return { ok: true, data: { ...device, receipt_key: await pointOf(server) } }
    const { items } = JSON.parse(question?.body ?? '{}') as { items: { text: string }[] }
    const results = []
    for (const { text } of items) {
      const { id, seq } = spelled(text)
      const answer = { id, seq, problem: null as object | null, receipt: null as object | null, wants: null as number | null }
      if (device.revoked_at !== null) results.push({ ...answer, verdict: 'refused', problem: { code: 'device_revoked' } })
      else if (seq > device.seq + 1) results.push({ ...answer, verdict: 'held', wants: device.seq + 1 })
      else {
        device = { ...device, seq: Math.max(device.seq, seq) }
        const told = JSON.stringify({ v: 1, device: spelled(text).device, seq, command: id, sha256: await hashOf(text), verdict: 'accepted' })
        results.push({ ...answer, verdict: 'accepted', receipt: { text: told, signature: await sign(server, told) } })
      }
    }
    return { ok: true, data: { results } }
  })
}

beforeEach(async () => {
  turns += 1
  database = new Database(`back-${turns}`)
  server = await makeKey()
  device = { id: `d${turns}`, seq: 0, revoked_at: null }
  const own = { name: 'own', id: device.id, company: 'c', invitation: 'i', asking: null, seq: 0, head: ZERO } as const
  await database.device.put({ ...own, key: await makeKey(), receiptKey: await pointOf(server) })
  vi.mocked(post).mockResolvedValue({ ok: true, data: null })
  vi.mocked(deliver).mockReset()
  serves()
})

it('sends again what a server that was set back to an older copy asks for', async () => {
  for (const id of ['1', '2', '3']) await give(id)
  await flush(database)
  expect(await states()).toEqual(['1 accepted', '2 accepted', '3 accepted'])
  device = { ...device, seq: 1 }
  await give('4')
  await flush(database)
  expect(device.seq).toBe(4)
  expect(await states()).toEqual(['1 accepted', '2 accepted', '3 accepted', '4 accepted'])
})

it('keeps what arrived for a fortnight and bounded, and never lets go what did not', () => {
  const row = (id: number, over: Partial<Row>): Row => ({
    id: String(id), permit: 'p', kind: 'guard_round', bytes: 'x', at: NOW - id, ...UNSIGNED, state: 'accepted', ...over,
  })
  const day = 86_400_000
  expect(outlived([row(1, { at: NOW - 13 * day }), row(2, { at: NOW - 15 * day })], NOW).map(({ id }) => id)).toEqual(['2'])
  expect(outlived([row(1, { at: NOW - 90 * day, state: 'stuck' }), row(2, { at: NOW - 90 * day, state: 'pending' })], NOW)).toEqual([])
  expect(outlived([row(1, {}), row(2, {}), row(3, {})], NOW, { ...KEPT, rows: 2 }).map(({ id }) => id)).toEqual(['3'])
  expect(outlived([row(1, { bytes: 'xx' }), row(2, { bytes: 'xx' })], NOW, { ...KEPT, characters: 3 }).map(({ id }) => id)).toEqual(['2'])
  const signed = { device: 'd', seq: 5, sha256: '', signature: '' }
  expect(lostBehind([row(1, { signed }), row(2, { signed: { ...signed, device: 'e' } })], 'd', 4).map(({ id, state }) => [id, state])).toEqual([['1', 'pending']])
  expect(lostBehind([row(1, { signed })], 'd', 5)).toEqual([])
})

/** Enrolled again as the device `fresh`. */
async function again(fresh: string): Promise<void> {
  vi.mocked(deliver).mockResolvedValue({ ok: true, data: { verdict: 'accepted', version: 1, events: [] } })
  const ids = [fresh, 'command']
  device = { id: fresh, seq: 0, revoked_at: null }
  const asked = { company: 'c', invitation: 'j', name: '手机', at: new Date(NOW), newId: () => ids.shift() ?? '' }
  expect(await enrol(database, asked)).toBeNull()
}

it('knows that its key counts no more, keeps the queue, and signs it anew under the new one', async () => {
  await give('1')
  await give('2')
  device = { ...device, revoked_at: '2026-11-22T08:00:00Z' }
  await flush(database)
  expect(await signer(database)).toBeNull()
  expect(await states()).toEqual(['1 stuck', '2 stuck'])

  const fresh = `n${turns}`
  await again(fresh)
  const rows = await allRows(database)
  expect(rows.map(({ state, problem }) => [state, problem])).toEqual([['pending', null], ['pending', null]])
  const told = rows.map(({ bytes }) => spelled(bytes))
  expect(told).toMatchObject([
    { id: '1', device: fresh, seq: 1, prev: ZERO, clock: 'device_free' },
    { id: '2', device: fresh, seq: 2, prev: rows[0]?.signed?.sha256, body: { note: '2' } },
  ])
  const own = await signer(database)
  const point = own === null ? '' : await pointOf(own.key)
  const fits = rows.map(({ bytes, signed }) => verifies(point, signed?.signature ?? '', bytes))
  expect(await Promise.all(fits)).toEqual([true, true])
  await flush(database)
  expect(await states()).toEqual(['1 accepted', '2 accepted'])
})

it('keeps the old key and the queue when enrolling again is refused', async () => {
  await give('1')
  vi.mocked(deliver).mockResolvedValue({ ok: false, problem: problemOf(409, { code: 'invitation_not_valid' }) })
  await database.device.update('own', { revoked: true })
  const problem = await enrol(database, { company: 'c', invitation: 'j', name: '手机', at: new Date(NOW), newId: () => 'x' })
  expect(problem?.code).toBe('invitation_not_valid')
  expect((await database.device.get('own'))?.id).toBe(device.id)
  expect(await states()).toEqual(['1 pending'])
})
