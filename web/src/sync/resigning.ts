/** What lies in the queue under a key that counts no more: signed anew under the new one, in its order, with its ids.

The ids make it harmless where the server has one of them after all. Its instants are told as those of a clock that nobody
vouches for: who wrote while the old key was revoked is not proven, so it may count against work and never for it (S4). */
import { isOpen } from '@/core/outbox'
import type { Row } from '@/core/outbox'
import type { Database, OwnDevice } from '@/store/database'
import { UNSIGNED } from '@/store/database'
import { allRows, ownDevice, replaceSigned } from '@/store/outbox'
import { hashOf, sign } from '@/sync/signing'

type Envelope = Readonly<Record<string, unknown>>

/** Those that another device of this browser signed and that never arrived. */
const isLeft = (row: Row, device: OwnDevice): boolean =>
  isOpen(row) && row.signed !== null && row.signed.device !== device.id

async function anew(row: Row, device: OwnDevice, seq: number, prev: string): Promise<Row> {
  const before = JSON.parse(row.bytes) as Envelope
  const bytes = JSON.stringify({ ...before, clock: 'device_free', device: device.id, seq, prev })
  const signed = { device: device.id, seq, sha256: await hashOf(bytes), signature: await sign(device.key, bytes) }
  return { ...row, ...UNSIGNED, bytes, signed }
}

const place = ({ signed }: Row): number => signed?.seq ?? 0

/** In a row behind the end of the device's chain. */
async function chained(left: readonly Row[], device: OwnDevice): Promise<readonly Row[]> {
  const made: Row[] = []
  let { seq, head } = device
  for (const row of left) {
    const next = await anew(row, device, seq + 1, head).catch(() => null)
    if (next?.signed) {
      made.push(next)
      seq = next.signed.seq
      head = next.signed.sha256
    }
  }
  return made
}

/** How many rows go under the new key now. What cannot be read stays as it is, to be exported. */
export async function signAnew(database: Database): Promise<number> {
  for (;;) {
    const device = await ownDevice(database)
    if (device?.asking !== null) return 0
    const left = (await allRows(database)).filter((row) => isLeft(row, device))
    const made = await chained(left.sort((a, b) => place(a) - place(b)), device)
    if (made.length === 0 || (await replaceSigned(database, device, made))) return made.length
  }
}
