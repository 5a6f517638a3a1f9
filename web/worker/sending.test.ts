import 'fake-indexeddb/auto'
import { beforeEach, expect, it, vi } from 'vitest'
import type { Command } from '@/core/envelope'
import { problemOf } from '@/core/problem'
import { Database } from '@/store/database'
import { allRows } from '@/store/outbox'
import { deliver } from '@/sync/commands'
import { writeDown } from '@/sync/outbox'
import { readSession } from '@/sync/session'
import { NotYet, sendQueue } from './sending'

vi.mock('@/sync/commands', () => ({ deliver: vi.fn() }))
vi.mock('@/sync/session', () => ({ readSession: vi.fn() }))

const SILENT = { ok: false, problem: problemOf(0, null) } as const
const ARRIVED = { ok: true, data: { verdict: 'accepted', version: 1, events: [] } } as const
const token = (): Promise<string> => Promise.resolve('t')
const closed = (): Promise<boolean> => Promise.resolve(false)
let turn = 0
let account = ''

const stop: Omit<Command, 'id'> = {
  company: 'c',
  permit: 'p',
  kind: 'stop',
  body: {},
  baseVersion: null,
  occurredAt: new Date('2026-11-22T08:00:00Z'),
  clock: 'device_synced',
  position: null,
  reauth: null,
}

async function states(of: string): Promise<string[]> {
  const database = new Database(of)
  const found = (await allRows(database)).map(({ state }) => state)
  database.close()
  return found
}

async function give(of: string): Promise<void> {
  const database = new Database(of)
  await writeDown(database, { ...stop, id: `${of}-1` }, 1)
  database.close()
}

function logged(in_: string | null): void {
  const data = { account: in_ === null ? null : { id: in_ } }
  vi.mocked(readSession).mockResolvedValue({ ok: true, data } as never)
}

beforeEach(async () => {
  turn += 1
  account = `wang-${String(turn)}`
  vi.mocked(deliver).mockReset()
  await give(account)
  logged(account)
})

it('sends what waits though no page is open', async () => {
  vi.mocked(deliver).mockResolvedValue(ARRIVED)
  await sendQueue(token, closed)
  expect(await states(account)).toEqual(['accepted'])
})

it('asks to be woken again when the line is gone in the middle, and loses nothing', async () => {
  vi.mocked(deliver).mockResolvedValue(SILENT)
  await expect(sendQueue(token, closed)).rejects.toThrow(NotYet)
  expect(await states(account)).toEqual(['pending'])
})

it('asks again when the server does not answer who is logged in', async () => {
  vi.mocked(readSession).mockResolvedValue(SILENT)
  await expect(sendQueue(token, closed)).rejects.toThrow(NotYet)
  expect(deliver).not.toHaveBeenCalled()
})

it('sends nothing of another account, and nothing when nobody is logged in', async () => {
  await give(`${account}-other`)
  vi.mocked(deliver).mockResolvedValue(ARRIVED)
  await sendQueue(token, closed)
  expect(await states(`${account}-other`)).toEqual(['pending'])
  logged(null)
  await sendQueue(token, closed)
  expect(deliver).toHaveBeenCalledTimes(1)
})

it('leaves the queue to the page where it cannot read the token', async () => {
  await sendQueue(() => Promise.resolve(null), closed)
  expect(deliver).not.toHaveBeenCalled()
})

it('leaves the queue to a page that is open, and asks to be woken again', async () => {
  await expect(sendQueue(token, () => Promise.resolve(true))).rejects.toThrow(NotYet)
  expect(deliver).not.toHaveBeenCalled()
})

it('keeps a refusal that it heard for whoever opens a page', async () => {
  const problem = problemOf(409, { code: 'wrong_state' })
  vi.mocked(deliver).mockResolvedValue({ ok: false, problem })
  await sendQueue(token, closed)
  const database = new Database(account)
  expect((await allRows(database)).map(({ state, untold }) => [state, untold])).toEqual([['refused', true]])
  database.close()
})
