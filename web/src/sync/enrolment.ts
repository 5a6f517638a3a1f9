/** Makes this browser the one that signs for the person logged in, with an invitation that was scanned. */
import { composeAtDesk } from '@/core/desk'
import { APP } from '@/core/envelope'
import { isPassing } from '@/core/problem'
import type { Problem } from '@/core/problem'
import type { Database, OwnDevice } from '@/store/database'
import { ownDevice } from '@/store/outbox'
import { deliver } from '@/sync/commands'
import { ask } from '@/sync/http'
import { signAnew } from '@/sync/resigning'
import { makeKey, pointOf, sign } from '@/sync/signing'

const ZERO = '0'.repeat(64)

export interface Asking {
  readonly company: string
  readonly invitation: string
  /** What the owner calls it. */
  readonly name: string
  readonly at: Date
  readonly newId: () => string
}

/** The key is kept before it is told, so that a lost answer costs nothing: the same words are sent again. */
async function begin(database: Database, { company, invitation, name, at, newId }: Asking): Promise<OwnDevice> {
  const id = newId()
  const key = await makeKey()
  const proof = await sign(key, `davy-device/1\n${company}\n${id}\n${invitation}`)
  const body = { invitation, name, key: await pointOf(key), proof }
  const command = { id: newId(), company, stream: `device/${id}`, kind: 'enrol_device', body, occurredAt: at } as const
  const asking = composeAtDesk(command, APP)
  const made: OwnDevice = { name: 'own', id, company, key, invitation, asking, receiptKey: '', seq: 0, head: ZERO }
  await database.device.put(made)
  return made
}

/** As it was: a refusal costs the phone neither its old key nor what lies under it. */
async function back(database: Database, before: OwnDevice | null): Promise<void> {
  await (before === null ? database.device.delete('own') : database.device.put(before))
}

/** Null once the server knows the phone and its key for receipts is pinned. Throws when the phone can keep no key. */
export async function enrol(database: Database, asked: Asking): Promise<Problem | null> {
  const before = await ownDevice(database)
  const same = before?.asking !== null && before?.invitation === asked.invitation
  const made = same ? before : await begin(database, asked)
  const answer = await deliver(made.asking ?? '')
  if (!answer.ok) {
    if (!isPassing(answer.problem)) await back(database, same ? null : before)
    return answer.problem
  }
  const told = await ask<{ readonly receipt_key: string }>(`/api/v1/devices/${made.id}`)
  if (!told.ok) return told.problem
  await database.device.put({ ...made, asking: null, receiptKey: told.data.receipt_key })
  await signAnew(database)
  return null
}
