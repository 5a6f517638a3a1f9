/** Permits, answers and forms kept on the phone. A phone that cannot keep things still works; it only forgets. */
import type { Permit } from '@/core/types'
import type { Database, Kept, KeptAnswer } from '@/store/database'

const ENOUGH = 60

/** Storage takes copies, never the live objects of a screen. */
const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

export async function keepPermit(database: Database, permit: Permit, at: number): Promise<void> {
  try {
    await database.permits.put({ id: permit.id, permit: plain(permit), at })
    const surplus = await database.permits.orderBy('at').reverse().offset(ENOUGH).primaryKeys()
    await database.permits.bulkDelete(surplus)
  } catch {
    // Storage is full or refused; the server still has everything.
  }
}

export async function keptPermit(database: Database, id: string): Promise<Kept | null> {
  try {
    return (await database.permits.get(id)) ?? null
  } catch {
    return null
  }
}

export async function keptPermits(database: Database): Promise<readonly Kept[]> {
  try {
    return await database.permits.toArray()
  } catch {
    return []
  }
}

export async function keepAnswer(database: Database, name: string, answer: unknown, at: number): Promise<void> {
  try {
    await database.answers.put({ name, answer: plain(answer), at })
    const surplus = await database.answers.orderBy('at').reverse().offset(ENOUGH).primaryKeys()
    await database.answers.bulkDelete(surplus)
  } catch {
    // As above.
  }
}

export async function keptAnswer(database: Database, name: string): Promise<KeptAnswer | null> {
  try {
    return (await database.answers.get(name)) ?? null
  } catch {
    return null
  }
}

export async function keepForm(database: Database, name: string, form: unknown, at: number): Promise<void> {
  try {
    await database.forms.put({ name, form: plain(form), at })
  } catch {
    // As above.
  }
}

export async function keptForm(database: Database, name: string): Promise<unknown> {
  try {
    return (await database.forms.get(name))?.form ?? null
  } catch {
    return null
  }
}

export async function dropForm(database: Database, name: string): Promise<void> {
  try {
    await database.forms.delete(name)
  } catch {
    // As above.
  }
}
