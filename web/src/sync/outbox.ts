/** The queue on its way: signed and written down first, photos ahead, in order, until the server's receipt is here. */
import type { Written } from '@/core/envelope'
import { compose } from '@/core/envelope'
import { fits, isUrgent, isWaiting, judged, lostBehind, nextBatch, urgentBatch } from '@/core/outbox'
import type { Receipt, Result, Row } from '@/core/outbox'
import { isPassing, problemOf } from '@/core/problem'
import type { Problem } from '@/core/problem'
import type { Database, OwnDevice } from '@/store/database'
import { UNSIGNED } from '@/store/database'
import { allRows, appendSigned, forgetOld, keepRows, makeRoom, ownDevice } from '@/store/outbox'
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
  /** The first that is missing in the chain as the server knows it. */
  readonly wants?: number | null
}

/** The device that signs here; null on a phone that is not enrolled. */
export async function signer(database: Database): Promise<OwnDevice | null> {
  const device = await enrolled(database)
  return device?.revoked === true ? null : device
}

/** The device of the queue, also one whose key counts no more: what arrived before that still gets its receipt. */
async function enrolled(database: Database): Promise<OwnDevice | null> {
  const device = await ownDevice(database)
  return device?.asking === null ? device : null
}

/** Writes the command down as signed. Throws when the phone cannot keep it: then it was not given. */
export async function writeDown(database: Database, made: Written, at: number, bad = false): Promise<Row> {
  try {
    return await written(database, made, at, bad)
  } catch (full) {
    if (!(await makeRoom(database))) throw full
    return written(database, made, at, bad)
  }
}

async function written(database: Database, made: Written, at: number, bad: boolean): Promise<Row> {
  const plain = { id: made.id, permit: made.permit, kind: made.kind, at, ...(bad ? { bad } : {}) }
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

/** Sends the oldest photo that a row names, also one of a row that went ahead of it. False: there is none. */
async function sendPhoto(database: Database, rows: readonly Row[]): Promise<boolean | Problem> {
  const blobs = await database.blobs.orderBy('at').toArray()
  const next = blobs.find(({ hash }) => rows.some(({ bytes }) => bytes.includes(hash)))
  if (next === undefined) return false
  const answer = await upload(next.hash, next.blob, () => undefined)
  if (!answer.ok) return answer.problem
  await database.blobs.delete(next.hash)
  return true
}

/** Photos go first, so that all arrives in order; what stops and bad news go before them (S15), their own photo after. */
async function sendPhotos(database: Database, rows: readonly Row[]): Promise<Problem | null> {
  if (rows.some((row) => isWaiting(row) && isUrgent(row))) return null
  for (;;) {
    const sent = await sendPhoto(database, rows)
    if (sent !== true) return sent === false ? null : sent
  }
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

interface Batch extends Run {
  /** What had arrived once goes again: the server was set back to an older copy. */
  readonly again: boolean
}

/** Whether there is something behind the end of the chain that the server knows, of what had arrived. */
async function sendAgain(database: Database, device: OwnDevice, seq: number): Promise<boolean> {
  const lost = lostBehind(await allRows(database), device.id, seq)
  await keepRows(database, lost)
  return lost.length > 0
}

const LOOK_MS = 10 * 60_000
const looked = new Map<string, number>()

/** How the server knows this phone, now and then, after all else: whether its key still counts, and how far its chain
    has come. True when something that had arrived goes again. */
async function look(database: Database, device: OwnDevice): Promise<boolean> {
  if (Date.now() - (looked.get(device.id) ?? 0) < LOOK_MS) return false
  const told = await ask<{ readonly seq: number; readonly revoked_at: string | null }>(`/api/v1/devices/${device.id}`)
  if (!told.ok) return false
  looked.set(device.id, Date.now())
  if (told.data.revoked_at !== null) await database.device.update('own', { revoked: true })
  return sendAgain(database, device, told.data.seq)
}

/** One request. What is in it is marked as on its way; found so later, it is simply sent again. */
async function sendBatch(database: Database, device: OwnDevice, batch: readonly Row[]): Promise<Batch> {
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
    return { done: [], problem: answer.problem, again: false }
  }
  const told = new Map(answer.data.results.map((result) => [result.id, result]))
  const after: Row[] = []
  for (const row of batch) {
    const result = told.get(row.id)
    after.push(result ? await read(device, row, result) : { ...row, state: 'pending' })
  }
  await keepRows(database, after)
  if (after.some(({ problem }) => problem?.code === 'device_revoked')) await database.device.update('own', { revoked: true })
  const wants = answer.data.results.flatMap(({ wants: seq }) => (typeof seq === 'number' ? [seq] : []))
  const again = wants.length > 0 && (await sendAgain(database, device, Math.min(...wants) - 1))
  return { done: after.filter((row) => !isWaiting(row)), problem: null, again }
}

/** A server that asks for the same again and again has its reasons; the next run asks it anew. */
const MOST_TURNS = 5

/** Whether the queue is another one after this request. */
const movedOn = async (database: Database, { done }: Run, batch: readonly Row[]): Promise<boolean> =>
  done.length > 0 || batch.some(turnedBack(await allRows(database)))

async function sendSigned(database: Database, device: OwnDevice): Promise<Run> {
  const done: Row[] = []
  let turns = 0
  let stuck: Problem | null = null
  for (;;) {
    const rows = (await allRows(database)).filter((row) => isOf(device, row))
    stuck ??= await sendPhotos(database, rows)
    if (stuck?.status === 401) return { done, problem: stuck }
    const lacking = await database.blobs.toCollection().primaryKeys()
    const batch = nextBatch(rows, ({ bytes }) => lacking.some((hash) => bytes.includes(hash)))
    if (batch.length === 0) return { done, problem: stuck }
    const run = await sendBatch(database, device, batch)
    done.push(...run.done)
    if (run.problem !== null) return { done, problem: run.problem }
    if (await movedOn(database, run, batch)) continue
    if (!run.again || (turns += 1) > MOST_TURNS) return { done, problem: null }
  }
}

/** Whether the server told this row to wait its turn, so that others may go now. */
const turnedBack =
  (now: readonly Row[]) =>
  (row: Row): boolean =>
    isUrgent(row) && now.some((one) => one.id === row.id && isWaiting(one) && !isUrgent(one))

/** With the login alone: a phone that is not enrolled, and what waited since before it was. */
async function sendUnsigned(database: Database): Promise<Run> {
  const done: Row[] = []
  for (const row of await allRows(database)) {
    if (row.signed !== null || !isWaiting(row)) continue
    const answer = await deliver(row.bytes, undefined, [])
    if (!answer.ok && (isPassing(answer.problem) || answer.problem.status === 401)) return { done, problem: answer.problem }
    const after: Row = answer.ok
      ? { ...row, state: 'accepted', problem: null, version: answer.data.version }
      : { ...row, state: 'refused', problem: answer.problem }
    await keepRows(database, [after])
    done.push(after)
  }
  return { done, problem: null }
}

async function run(database: Database): Promise<Run> {
  const first = await sendUnsigned(database)
  if (first.problem !== null) return first
  const device = await enrolled(database)
  if (device === null) return first
  const { done, problem } = await sendSigned(database, device)
  await forgetOld(database, Date.now())
  if (problem !== null || !(await look(database, device))) return { done: [...first.done, ...done], problem }
  const again = await sendSigned(database, device)
  return { done: [...first.done, ...done, ...again.done], problem: again.problem }
}

const NOTHING: Run = { done: [], problem: null }

/** One tab sends at a time; a tab that finds another at it leaves it the work, or waits for its turn. What somebody
    stops now waits for nothing that another run is busy with. */
export async function flush(database: Database, { wait = false } = {}): Promise<Run> {
  const locks = (navigator as { locks?: LockManager }).locks
  if (wait) await ahead(database)
  if (!locks) return run(database)
  const first = await locks.request('davy-queue', { ifAvailable: true }, (lock) => (lock === null ? null : run(database)))
  if (first !== null || !wait) return first ?? NOTHING
  return locks.request('davy-queue', () => run(database))
}

/** Sends what stops, and bad news, beside a run that is under way. Sent twice it is answered the same. */
async function ahead(database: Database): Promise<void> {
  const device = await signer(database)
  if (device === null) return
  const batch = urgentBatch((await allRows(database)).filter((row) => isOf(device, row)))
  if (batch.length > 0) await sendBatch(database, device, batch)
}

/** Whether a photo is still to follow a row that went ahead of it. */
export async function photosFollow(database: Database): Promise<boolean> {
  const hashes = await database.blobs.toCollection().primaryKeys()
  return hashes.length > 0 && (await allRows(database)).some(({ bytes }) => hashes.some((hash) => bytes.includes(hash)))
}
