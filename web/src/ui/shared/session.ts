/** Who is at this screen. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Ref } from 'vue'
import { isPassing } from '@/core/problem'
import type { Problem } from '@/core/problem'
import type { Session } from '@/core/types'
import { openDatabase } from '@/store/database'
import type { Database } from '@/store/database'
import type { Answer } from '@/sync/http'
import { logIn, logOut, readSession } from '@/sync/session'
import { SOON_MS, sooner } from '@/sync/sooner'

export type Presence = 'asking' | 'here' | 'nobody' | 'silent'

/** Where an app that opens without the server remembers its last person. */
export interface Memory {
  readonly recall: () => Promise<Session | null>
  readonly keep: (session: Session) => Promise<void>
  readonly forget: () => Promise<void>
}

const NO_MEMORY: Memory = {
  recall: () => Promise.resolve(null),
  keep: () => Promise.resolve(),
  forget: () => Promise.resolve(),
}

let memory = NO_MEMORY

/** Said once by an app at its start; the console has none, it is nothing without the server. */
export function rememberSessions(where: Memory): void {
  memory = where
}

/** Nothing was heard of Davy, or nothing yet. */
const isSilent = (answer: Answer<unknown> | null): boolean =>
  answer === null || (!answer.ok && isPassing(answer.problem))

interface Known {
  readonly session: Ref<Session | null>
  readonly presence: Ref<Presence>
  readonly confirmed: Ref<boolean>
}

/** Without an answer whoever was here stays here. */
function presenceOf(answer: Answer<Session>, wasHere: boolean): Presence {
  if (answer.ok) return answer.data.authenticated ? 'here' : 'nobody'
  if (!isPassing(answer.problem)) return 'nobody'
  return wasHere ? 'here' : 'silent'
}

async function hear({ session, presence, confirmed }: Known, answer: Answer<Session>, leaving = false): Promise<void> {
  const wasHere = session.value?.authenticated === true && !leaving
  presence.value = presenceOf(answer, wasHere)
  if (!answer.ok) return
  const here = answer.data.authenticated
  confirmed.value = here
  // His login ran out: what he was at, and what waits in his name, stays with him until he logs in again.
  if (here || !wasHere) session.value = answer.data
  if (here) await memory.keep(answer.data)
}

/** Asks the server. At the start, when it does not answer soon, the one remembered goes on; it is heard later. */
async function load(known: Known): Promise<void> {
  const asking = readSession()
  const opening = known.presence.value === 'asking'
  const first = opening ? await sooner(asking, SOON_MS) : await asking
  const last = opening && isSilent(first) ? await memory.recall() : null
  if (last === null) {
    await hear(known, first ?? (await asking))
    return
  }
  known.session.value = last
  known.presence.value = 'here'
  if (first === null) void asking.then((answer) => hear(known, answer))
}

export const useSession = defineStore('session', () => {
  const session = ref<Session | null>(null)
  const presence = ref<Presence>('asking')
  /** The server has said so since this page was opened; else it is what the phone remembers. */
  const confirmed = ref(false)
  const known: Known = { session, presence, confirmed }
  const person = computed(() => session.value?.person ?? null)
  const roles = computed(() => session.value?.account?.roles ?? [])

  async function enter(username: string, password: string): Promise<Problem | null> {
    const answer = await logIn(username, password)
    if (!answer.ok) return answer.problem
    await load(known)
    return null
  }

  /** Only the server can end a login: without it nobody is told that he is logged out. */
  async function leave(): Promise<Problem | null> {
    const problem = await logOut()
    if (problem !== null) return problem
    await memory.forget()
    await hear(known, await readSession(), true)
    return null
  }

  /** The login ran out; what was typed stays where it is. */
  function lost(): void {
    presence.value = 'nobody'
  }

  function database(): Database {
    return openDatabase(session.value?.account?.id ?? 'nobody')
  }

  return { session, presence, person, roles, confirmed, load: () => load(known), enter, leave, lost, database }
})
