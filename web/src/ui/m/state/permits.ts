/** The permits this phone looks at, each with the last confirmation of the server. */
import { defineStore } from 'pinia'
import type { Confirmation, Moment } from '@/core/lease'
import { isPassing } from '@/core/problem'
import type { Problem } from '@/core/problem'
import type { Contact, Permit } from '@/core/types'
import { keepPermit, keptPermit } from '@/store/kept'
import { readPermit } from '@/sync/reads'
import { SOON_MS, sooner } from '@/sync/sooner'
import { useSession } from '@/ui/shared/session'

export interface Card {
  readonly permit: Permit
  readonly confirmation: Confirmation
  /** False for what the phone kept from earlier. */
  readonly fresh: boolean
}

export const momentNow = (): Moment => ({ mono: performance.now(), wall: Date.now() })

function confirmationOf(permit: Permit, at: Moment): Confirmation {
  const validFor = Date.parse(permit.window.to) - Date.parse(permit.server_time)
  return { at, state: permit.state, validFor, leaseS: permit.lease_s, untethered: permit.untethered !== null }
}

/** When a kept permit was confirmed: only the wall clock survives a restart of the page. */
function momentOf(wall: number): Moment {
  const now = momentNow()
  const age = now.wall - wall
  return { mono: age < 0 ? -Infinity : now.mono - age, wall }
}

/** Several who ask for a permit at once share one question. */
const loading = new Map<string, Promise<Problem | null>>()

export const usePermits = defineStore('permits', {
  state: () => ({ cards: new Map<string, Card>() }),
  actions: {
    /** Reads the permit anew; null when that went well. */
    load(id: string): Promise<Problem | null> {
      const running = loading.get(id)
      if (running) return running
      const started = this.read(id).finally(() => loading.delete(id))
      loading.set(id, started)
      return started
    },

    async read(id: string): Promise<Problem | null> {
      const at = momentNow()
      const asking = readPermit(id)
      if ((await sooner(asking, SOON_MS)) === null) await this.recall(id)
      const answer = await asking
      if (answer.ok) {
        const permit = answer.data
        this.cards.set(id, { permit, confirmation: confirmationOf(permit, at), fresh: true })
        void keepPermit(useSession().database(), permit, at.wall)
        return null
      }
      if (isPassing(answer.problem)) await this.recall(id)
      return answer.problem
    },

    /** What the phone kept, when the server is silent and nothing is on the screen yet. */
    async recall(id: string): Promise<void> {
      const kept = this.cards.has(id) ? null : await keptPermit(useSession().database(), id)
      if (kept === null || this.cards.has(id)) return
      const confirmation = confirmationOf(kept.permit, momentOf(kept.at))
      this.cards.set(id, { permit: kept.permit, confirmation, fresh: false })
    },

    /** A sign of life was answered: the lease begins anew, and what changed is read. */
    confirm(id: string, at: Moment, contact: Contact): void {
      const card = this.cards.get(id)
      if (!card) return
      const { permit } = card
      const validFor = Date.parse(permit.window.to) - Date.parse(contact.server_time)
      const untethered = permit.untethered !== null
      const confirmation = { at, state: contact.state, validFor, leaseS: contact.lease_s, untethered }
      this.cards.set(id, { permit: { ...permit, lamp: contact.lamp }, confirmation, fresh: true })
      if (contact.version !== permit.version || contact.state !== permit.state) void this.load(id)
    },

    forget(): void {
      this.cards.clear()
    },
  },
})
