/** What a phone remembers beyond its accounts: who was last at it, so that it opens without the server. */
import { Dexie } from 'dexie'
import type { EntityTable } from 'dexie'

interface Note {
  readonly name: string
  readonly value: unknown
  /** The phone's milliseconds when it was written. */
  readonly at: number
}

class Phone extends Dexie {
  declare readonly notes: EntityTable<Note, 'name'>

  constructor() {
    super('davy-phone', { chromeTransactionDurability: 'strict' })
    this.version(1).stores({ notes: '&name' })
  }
}

let opened: Phone | null = null

function phone(): Phone {
  opened ??= new Phone()
  return opened
}

/** Storage takes copies, never the live objects of a screen. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

/** False where the phone could not keep it. */
export async function note(name: string, value: unknown, at: number): Promise<boolean> {
  try {
    await phone().notes.put({ name, value: plain(value), at })
    return true
  } catch {
    return false
  }
}

export async function noted(name: string): Promise<{ readonly value: unknown; readonly at: number } | null> {
  try {
    return (await phone().notes.get(name)) ?? null
  } catch {
    return null
  }
}

export async function forgetNote(name: string): Promise<void> {
  try {
    await phone().notes.delete(name)
  } catch {
    // What cannot be opened cannot be read by anybody either.
  }
}

/** Asks the browser not to clear what is kept when the phone runs out of space; whether it promised. */
export async function keepForGood(): Promise<boolean> {
  const storage = (navigator as { storage?: Partial<StorageManager> }).storage
  try {
    return (await storage?.persisted?.()) === true || (await storage?.persist?.()) === true
  } catch {
    return false
  }
}
