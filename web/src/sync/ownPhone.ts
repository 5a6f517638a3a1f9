/** This phone behind what it sends at once: its own signature over the bytes, which is how its Ex mark is known (S26). */
import type { Beside } from '@/core/proof'
import type { Database } from '@/store/database'
import { signer } from '@/sync/outbox'
import { sign } from '@/sync/signing'

/** Undefined on a phone that is not enrolled, or cannot sign: then nobody knows it. */
export async function ownPhone(database: Database, bytes: string): Promise<Beside | undefined> {
  try {
    const device = await signer(database)
    return device === null ? undefined : { device: device.id, signature: await sign(device.key, bytes) }
  } catch {
    return undefined
  }
}
