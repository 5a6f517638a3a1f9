/** The queue as it lies in the browser. What cannot be written is thrown, never passed over: it would be lost. */
import type { Row } from '@/core/outbox'
import { isOpen } from '@/core/outbox'
import type { Database, OwnDevice } from '@/store/database'

/** A day of what has arrived is kept to be looked at. */
const LOOK_BACK_MS = 24 * 3_600_000

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
  const rows = await allRows(database)
  const photos = await database.blobs.toCollection().primaryKeys()
  const whole = ({ bytes }: Row): boolean => !photos.some((hash) => bytes.includes(hash))
  const old = rows.filter((row) => !isOpen(row) && now - row.at > LOOK_BACK_MS && whole(row))
  await database.outbox.bulkDelete(old.map(({ id }) => id)).catch(() => undefined)
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
