/** Who is at this screen. */
import { defineStore } from 'pinia'
import { computed, ref } from 'vue'
import type { Problem } from '@/core/problem'
import type { Session } from '@/core/types'
import { openDatabase } from '@/store/database'
import type { Database } from '@/store/database'
import { logIn, logOut, readSession } from '@/sync/session'

export type Presence = 'asking' | 'here' | 'nobody' | 'silent'

export const useSession = defineStore('session', () => {
  const session = ref<Session | null>(null)
  const presence = ref<Presence>('asking')
  const person = computed(() => session.value?.person ?? null)
  const roles = computed(() => session.value?.account?.roles ?? [])

  /** Asks the server; without an answer whoever was here stays here. */
  async function load(): Promise<void> {
    const answer = await readSession()
    if (answer.ok) {
      session.value = answer.data
      presence.value = answer.data.authenticated ? 'here' : 'nobody'
    } else if (answer.problem.status === 0) {
      presence.value = session.value?.authenticated === true ? 'here' : 'silent'
    } else {
      presence.value = 'nobody'
    }
  }

  async function enter(username: string, password: string): Promise<Problem | null> {
    const answer = await logIn(username, password)
    if (!answer.ok) return answer.problem
    await load()
    return null
  }

  async function leave(): Promise<void> {
    await logOut()
    await load()
  }

  /** The login ran out; what was typed stays where it is. */
  function lost(): void {
    presence.value = 'nobody'
  }

  function database(): Database {
    return openDatabase(session.value?.account?.id ?? 'nobody')
  }

  return { session, presence, person, roles, load, enter, leave, lost, database }
})
