/** The queue on its way: signed and written down first, photos ahead, in order, until the server's receipt is here. */
import type { Command } from '@/core/envelope'
import { compose } from '@/core/envelope'
import { fits, isOpen, isWaiting, judged, nextBatch } from '@/core/outbox'
import type { Receipt, Result, Row } from '@/core/outbox'
import { isPassing, problemOf } from '@/core/problem'
import type { Problem } from '@/core/problem'
import type { Database, OwnDevice } from '@/store/database'
import { UNSIGNED } from '@/store/database'
import { allRows, appendSigned, forgetOld, keepRows, ownDevice } from '@/store/outbox'
import { upload } from '@/sync/attachments'
import { deliver } from '@/sync/commands'
import { ask, post } from '@/sync/http'
import { hashOf, sign, verifies } from '@/sync/signing'

/** What a run came to: rows with a verdict, and why it ended early, if it did. */
export interface Run {
  readonly done: readonly Row[]
  readonly problem: Problem | null
}

interface RawResult {
  readonly id: string
  readonly seq: number
  readonly verdict: Result['verdict']
  readonly problem: unknown
  readonly receipt: Receipt | null
}

/** The device that signs here; null on a phone that is not enrolled. */
export async function signer(database: Database): Promise<OwnDevice | null> {
  const device = await ownDevice(database)
  return device?.asking === null ? device : null
}

/** Writes the command down as signed. Throws when the phone cannot keep it: then it was not given. */
export async function writeDown(database: Database, made: Command, at: number): Promise<Row> {
  const plain = { id: made.id, permit: made.permit, kind: made.kind, at }
  for (;;) {
    const device = await signer(database)
    if (device === null) {
      const row: Row = { ...plain, bytes: compose(made), ...UNSIGNED }
      await database.outbox.add(row)
      return row
    }
    const seq = device.seq + 1
    const bytes = compose({ ...made, link: { device: device.id, seq, prev: device.head } })
    const signed = { device: device.id, seq, sha256: await hashOf(bytes), signature: await sign(device.key, bytes) }
    const row: Row = { ...plain, bytes, ...UNSIGNED, signed }
    if (await appendSigned(database, device, row)) return row
  }
}

/** Those of other phones of the same browser stay where they are. */
const isOf = (device: OwnDevice, { signed }: Row): boolean => signed?.device === device.id

async function sendPhotos(database: Database, rows: readonly Row[]): Promise<Problem | null> {
  for (const { hash, blob } of await database.blobs.orderBy('at').toArray()) {
    if (!rows.some(({ bytes }) => bytes.includes(hash))) continue
    const answer = await upload(hash, blob, () => undefined)
    if (!answer.ok) return answer.problem
    await database.blobs.delete(hash)
  }
  return null
}

async function read(device: OwnDevice, row: Row, raw: RawResult): Promise<Row> {
  const problem = raw.problem === null ? null : problemOf(409, raw.problem)
  const result: Result = { id: raw.id, verdict: raw.verdict, problem, receipt: raw.receipt }
  const { receipt } = raw
  const proven =
    receipt !== null &&
    fits(receipt, row, raw.verdict) &&
    (await verifies(device.receiptKey, receipt.signature, receipt.text))
  if (receipt !== null && !proven) {
    await post(`/api/v1/devices/${device.id}/doubts`, { seq: row.signed?.seq, kind: 'receipt' })
  }
  return judged(row, result, proven)
}

/** One request. What is in it is marked as on its way; found so later, it is simply sent again. */
async function sendBatch(database: Database, device: OwnDevice, batch: readonly Row[]): Promise<Run> {
  await keepRows(database, batch.map((row) => ({ ...row, state: 'sending' })))
  const items = batch.map(({ bytes, signed }) => ({ text: bytes, signature: signed?.signature ?? '' }))
  const answer = await ask<{ readonly results: readonly RawResult[] }>('/api/v1/sync', {
    method: 'POST',
    body: JSON.stringify({ device: device.id, items }),
    patienceMs: 60_000,
  })
  if (!answer.ok) {
    const problem = isPassing(answer.problem) || answer.problem.status === 401 ? null : answer.problem
    await keepRows(database, batch.map((row) => ({ ...row, state: 'pending', problem })))
    return { done: [], problem: answer.problem }
  }
  const told = new Map(answer.data.results.map((result) => [result.id, result]))
  const after: Row[] = []
  for (const row of batch) {
    const result = told.get(row.id)
    after.push(result ? await read(device, row, result) : { ...row, state: 'pending' })
  }
  await keepRows(database, after)
  return { done: after.filter((row) => !isWaiting(row)), problem: null }
}

async function sendSigned(database: Database, device: OwnDevice): Promise<Run> {
  const done: Row[] = []
  for (;;) {
    const rows = (await allRows(database)).filter((row) => isOf(device, row) && isWaiting(row))
    const stuck = await sendPhotos(database, rows)
    if (stuck?.status === 401) return { done, problem: stuck }
    const lacking = await database.blobs.toCollection().primaryKeys()
    const batch = nextBatch(rows, ({ bytes }) => lacking.some((hash) => bytes.includes(hash)))
    if (batch.length === 0) return { done, problem: stuck }
    const run = await sendBatch(database, device, batch)
    done.push(...run.done)
    if (run.problem !== null || run.done.length === 0) return { done, problem: run.problem }
  }
}

/** With the login alone: a phone that is not enrolled, and what waited since before it was. */
async function sendUnsigned(database: Database): Promise<Run> {
  const done: Row[] = []
  for (const row of await allRows(database)) {
    if (row.signed !== null || !isWaiting(row)) continue
    const answer = await deliver(row.bytes, undefined, [])
    if (!answer.ok && (isPassing(answer.problem) || answer.problem.status === 401)) return { done, problem: answer.problem }
    const after: Row = { ...row, state: answer.ok ? 'accepted' : 'refused', problem: answer.ok ? null : answer.problem }
    await keepRows(database, [after])
    done.push(after)
  }
  return { done, problem: null }
}

async function run(database: Database): Promise<Run> {
  const first = await sendUnsigned(database)
  if (first.problem !== null) return first
  const device = await signer(database)
  if (device === null) return first
  const { done, problem } = await sendSigned(database, device)
  await forgetOld(database, Date.now())
  return { done: [...first.done, ...done], problem }
}

const NOTHING: Run = { done: [], problem: null }

/** One tab sends at a time; a tab that finds another at it leaves it the work, or waits for its turn. */
export async function flush(database: Database, { wait = false } = {}): Promise<Run> {
  const locks = (navigator as { locks?: LockManager }).locks
  if (!locks) return run(database)
  return locks.request('davy-queue', { ifAvailable: !wait }, (lock) => (lock === null ? NOTHING : run(database)))
}

/** What is not with the server yet, the oldest first. */
export const waiting = async (database: Database): Promise<readonly Row[]> =>
  (await allRows(database)).filter(isOpen)
