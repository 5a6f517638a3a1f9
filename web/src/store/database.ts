/** What one browser keeps of one account: its key, what is not delivered yet, and what the server last told. */
import { Dexie } from 'dexie'
import type { EntityTable } from 'dexie'
import type { Row } from '@/core/outbox'
import type { Permit } from '@/core/types'

/** This browser as the one that signs for the account. */
export interface OwnDevice {
  readonly name: 'own'
  readonly id: string
  readonly company: string
  /** Its private half cannot be taken out. */
  readonly key: CryptoKeyPair
  readonly invitation: string
  /** The enrolling command while no answer has come; null once the server knows the phone. */
  readonly asking: string | null
  /** The server's key, pinned when the phone was enrolled: a receipt of another is none. */
  readonly receiptKey: string
  /** How long the chain is, and the hash of its last envelope. */
  readonly seq: number
  readonly head: string
  /** The server said that this key counts no more. */
  readonly revoked?: boolean
}

/** A photo that the server does not have yet. */
export interface KeptBlob {
  readonly hash: string
  readonly blob: Blob
  readonly at: number
}

/** As phones kept a stop before they signed. */
type OldRow = Pick<Row, 'id' | 'permit' | 'kind' | 'bytes' | 'at'>

export interface Kept {
  readonly id: string
  readonly permit: Permit
  /** The phone's milliseconds of the question that the server answered. */
  readonly at: number
}

/** What the server answered to a question of a screen. */
export interface KeptAnswer {
  readonly name: string
  readonly answer: unknown
  readonly at: number
}

/** A form that is not sent yet, kept so that nothing typed is lost when the phone kills the page. */
export interface Unsent {
  readonly name: string
  readonly form: unknown
  readonly at: number
}

export const UNSIGNED = { signed: null, state: 'pending', problem: null, receipt: null } as const

export class Database extends Dexie {
  declare readonly outbox: EntityTable<Row, 'id'>
  declare readonly blobs: EntityTable<KeptBlob, 'hash'>
  declare readonly device: EntityTable<OwnDevice, 'name'>
  declare readonly permits: EntityTable<Kept, 'id'>
  declare readonly forms: EntityTable<Unsent, 'name'>
  declare readonly answers: EntityTable<KeptAnswer, 'name'>

  constructor(account: string) {
    super(`davy-${account}`, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ queue: '&id, at', permits: '&id, at', forms: '&name' })
    this.version(2).stores({ answers: '&name, at' })
    this.version(3)
      .stores({ outbox: '&id, at', blobs: '&hash, at', device: '&name' })
      .upgrade(async (change) => {
        const waiting = await change.table<OldRow>('queue').toArray()
        await change.table<Row>('outbox').bulkPut(waiting.map((row) => ({ ...row, ...UNSIGNED })))
        await change.table('queue').clear()
      })
  }
}

let opened: { readonly account: string; readonly database: Database } | null = null

/** The database of one account: on a shared phone nobody sends or sees what another kept. */
export function openDatabase(account: string): Database {
  if (opened?.account !== account) {
    opened?.database.close()
    opened = { account, database: new Database(account) }
  }
  return opened.database
}

/** On a shared terminal nothing of an account stays, except a stop that has not arrived yet. */
export async function forgetAccount(account: string): Promise<void> {
  const database = openDatabase(account)
  try {
    await Promise.all([database.permits.clear(), database.answers.clear(), database.forms.clear()])
    const waiting = await database.outbox.filter(({ state }) => state === 'pending' || state === 'sending').count()
    if (waiting > 0) return
    opened = null
    await database.delete()
  } catch {
    // What cannot be opened cannot be read by the next person either.
  }
}
