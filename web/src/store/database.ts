/** What one browser keeps: stopping commands not yet delivered, and the last known state of permits seen here. */
import { Dexie } from 'dexie'
import type { EntityTable } from 'dexie'
import type { Kind } from '@/core/envelope'
import type { Permit } from '@/core/types'

/** A stopping command in the exact words in which it will be sent. */
export interface Queued {
  readonly id: string
  readonly permit: string
  readonly kind: Kind
  readonly bytes: string
  /** The phone's milliseconds when it was given. */
  readonly at: number
}

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

export class Database extends Dexie {
  declare readonly queue: EntityTable<Queued, 'id'>
  declare readonly permits: EntityTable<Kept, 'id'>
  declare readonly forms: EntityTable<Unsent, 'name'>
  declare readonly answers: EntityTable<KeptAnswer, 'name'>

  constructor(account: string) {
    super(`davy-${account}`, { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ queue: '&id, at', permits: '&id, at', forms: '&name' })
    this.version(2).stores({ answers: '&name, at' })
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
