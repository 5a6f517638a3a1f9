/** The last person at this phone, as the server told of them: no password and no token, only who it is. */
import type { Session } from '@/core/types'
import { forgetNote, note, noted } from '@/store/phone'

const NAME = 'session'
/** A rota with its days off. Whoever was away longer begins with a login. */
const LONGEST_MS = 14 * 24 * 3_600_000

export interface LastSession {
  readonly session: Session
  /** The phone's milliseconds when the server told it. */
  readonly at: number
}

export async function keepSession(session: Session, at: number): Promise<void> {
  await note(NAME, session, at)
}

export async function lastSession(now: number): Promise<LastSession | null> {
  const found = await noted(NAME)
  if (found === null || now - found.at > LONGEST_MS) return null
  const session = found.value as Partial<Session> | null
  return session?.authenticated === true && session.account ? { session: session as Session, at: found.at } : null
}

/** Whoever logs out leaves nothing that opens without the server. */
export const forgetSession = (): Promise<void> => forgetNote(NAME)
