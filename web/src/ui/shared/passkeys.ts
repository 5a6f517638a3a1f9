/** The passkeys of the session, asked for once and again after each change. */
import { defineStore } from 'pinia'
import { canUsePasskeys, makePasskey, readPasskeys, revokePasskey, signWithPasskey } from '@/sync/passkeys'
import type { Passkey } from '@/sync/passkeys'
import type { Assertion } from '@/core/proof'
import type { Problem } from '@/core/problem'
import type { Answer } from '@/sync/http'
import { useSession } from './session'

interface State {
  /** Null while nobody has asked. */
  all: readonly Passkey[] | null
}

export const usePasskeys = defineStore('passkeys', {
  state: (): State => ({ all: null }),
  getters: {
    possible: (): boolean => canUsePasskeys(),
    /** Those that can sign at this address. */
    mine: (state): readonly Passkey[] =>
      (state.all ?? []).filter(({ revoked_at: ended, rp_id: host }) => ended === null && host === location.hostname),
    usable(): boolean {
      return this.possible && this.mine.length > 0
    },
  },
  actions: {
    async load(): Promise<void> {
      const answer = await readPasskeys()
      if (answer.ok) this.all = answer.data
    },

    async make(password: string, name: string): Promise<Problem | null> {
      const { session } = useSession()
      const shown = { user: session?.account?.username ?? '', company: session?.company.name ?? '' }
      const answer = await makePasskey(password, name, shown)
      if (!answer.ok) return answer.problem
      await this.load()
      return null
    },

    async revoke(id: string): Promise<Problem | null> {
      const answer = await revokePasskey(id)
      await this.load()
      return answer.ok ? null : answer.problem
    },

    sign(bytes: string): Promise<Answer<Assertion>> {
      return signWithPasskey(bytes, this.mine)
    },
  },
})
