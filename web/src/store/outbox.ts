/** The queue as it lies in the browser. What cannot be written is thrown, never passed over: it would be lost. */
import type { Row } from '@/core/outbox'
import { isOpen, outlived } from '@/core/outbox'
import type { Database, OwnDevice } from '@/store/database'

export async function ownDevice(database: Database): Promise<OwnDevice | null> {
  try {
    return (await database.device.get('own')) ?? null
  } catch {
    return null
  }
}

/** All rows, the oldest first. An unreadable store has none that could be sent. */
export async function allRows(database: Database): Promise<readonly Row[]> {
  try {
    return await database.outbox.orderBy('at').toArray()
  } catch {
    return []
  }
}

export async function rowOf(database: Database, id: string): Promise<Row | null> {
  return (await database.outbox.get(id).catch(() => undefined)) ?? null
}

/** Puts the row at the end of the chain; false when another tab was first, and it must be signed anew. */
export function appendSigned(database: Database, before: OwnDevice, row: Row): Promise<boolean> {
  return database.transaction('rw', database.device, database.outbox, async () => {
    const now = await database.device.get('own')
    if (now?.id !== before.id || now.seq !== before.seq || row.signed === null) return false
    await database.outbox.add(row)
    await database.device.put({ ...now, seq: row.signed.seq, head: row.signed.sha256 })
    return true
  })
}

export async function keepRows(database: Database, rows: readonly Row[]): Promise<void> {
  await database.outbox.bulkPut([...rows])
}

/** Forgets what arrived long ago. Only what carries a receipt ever goes, and nothing whose photo is still here. */
export async function forgetOld(database: Database, now: number): Promise<void> {
  await forget(database, outlived(await whole(database), now))
}

/** No room is left: the older half of what has arrived makes some. False when nothing has. */
export async function makeRoom(database: Database): Promise<boolean> {
  const arrived = (await whole(database)).filter((row) => !isOpen(row))
  return (await forget(database, arrived.slice(0, Math.ceil(arrived.length / 2)))) > 0
}

/** The rows whose photos are not here any more. */
async function whole(database: Database): Promise<readonly Row[]> {
  const photos = await database.blobs.toCollection().primaryKeys()
  return (await allRows(database)).filter(({ bytes }) => !photos.some((hash) => bytes.includes(hash)))
}

async function forget(database: Database, rows: readonly Row[]): Promise<number> {
  try {
    await database.outbox.bulkDelete(rows.map(({ id }) => id))
    return rows.length
  } catch {
    return 0
  }
}

/** Rows of a key that counts no more, in their places behind the new one; false when another tab was first. */
export function replaceSigned(database: Database, before: OwnDevice, rows: readonly Row[]): Promise<boolean> {
  return database.transaction('rw', database.device, database.outbox, async () => {
    const now = await database.device.get('own')
    const last = rows.at(-1)?.signed ?? null
    if (now?.id !== before.id || now.seq !== before.seq || last === null) return false
    await database.outbox.bulkPut([...rows])
    await database.device.put({ ...now, seq: last.seq, head: last.sha256 })
    return true
  })
}

/** False when there is no room for it. */
export async function keepBlob(database: Database, hash: string, blob: Blob, at: number): Promise<boolean> {
  try {
    await database.blobs.put({ hash, blob, at })
    return true
  } catch {
    return false
  }
}
