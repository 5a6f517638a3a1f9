/** Gives commands: composes the envelope, sends it, and shows the verdict. Stopping commands never wait. */
import { defineStore } from 'pinia'
import type { PermitCommands } from '@/core/commands'
import { baseVersion, compose } from '@/core/envelope'
import type { Command, Kind } from '@/core/envelope'
import { LIVE, STOPPING, TELLS_PLACE } from '@/core/lifecycle'
import { isPassing } from '@/core/problem'
import type { Problem } from '@/core/problem'
import type { Assertion, Proof } from '@/core/proof'
import { uuid7 } from '@/core/uuid7'
import type { Queued } from '@/store/database'
import { deliver } from '@/sync/commands'
import type { Accepted } from '@/sync/commands'
import type { Answer } from '@/sync/http'
import { isUp } from '@/sync/link'
import { flush, stopNow, waiting } from '@/sync/queue'
import { isReckoned, serverNow } from '@/sync/reckoning'
import { reauthenticate } from '@/sync/session'
import { usePasskeys } from '@/ui/shared/passkeys'
import { useSession } from '@/ui/shared/session'
import { usePermits } from './permits'
import { usePosition } from './position'
import { useRefusal } from './refusal'

export interface Extra {
  /** How the person proves for this one signature that it is he. */
  readonly proof?: Proof
  /** The version the person decided on; the card's own where it is left out. */
  readonly version?: number
}

/** `waiting`: written down, not yet with the server. Null: not done, and the screen says why. */
export type Given = 'accepted' | 'waiting' | null

interface State {
  queue: readonly Queued[]
  sending: number
  /** What was recorded last, for a word on the card. */
  recorded: { readonly permit: string; readonly kind: Kind; readonly at: number } | null
}

export const newId = (): string => uuid7(serverNow(), crypto.getRandomValues(new Uint8Array(10)))

/** Problems of our own making have no sentence; the sheet has the words. */
function ours(code: 'offline_live' | 'offline_other'): Problem {
  return { status: -1, code, clause: null, says: { zh: '', en: '' }, reasons: [], remedies: [] }
}

function commandOf<K extends Kind>(permit: string, kind: K, body: PermitCommands[K], extra: Extra): Command<K> {
  const seen = extra.version ?? usePermits().cards.get(permit)?.permit.version ?? 0
  // A stop may arrive late, so it says by which clock it happened; anything else happens when it arrives.
  const clock = STOPPING.has(kind) ? (isReckoned() ? 'device_synced' : 'device_free') : null
  return {
    id: newId(),
    company: useSession().session?.company.id ?? '',
    permit,
    kind,
    body,
    baseVersion: baseVersion(kind, seen),
    occurredAt: new Date(serverNow()),
    clock,
    position: TELLS_PLACE.has(kind) ? usePosition().current() : null,
    reauth: null,
  }
}

/** Who resumes and says that something changed has not resumed: the permit is void (4.17). */
function outcome({ kind, body }: Command): Kind {
  return kind === 'resume' && 'changed' in body && body.changed ? 'void' : kind
}

function refuse(problem: Problem, { kind, permit }: Command, again: (() => Promise<unknown>) | null = null): void {
  if (problem.status === 401) useSession().lost()
  useRefusal().show(problem, { kind, permit, again })
}

interface Proven {
  readonly bytes: string
  readonly assertion?: Assertion
}

/** The exact bytes with a fresh proof of identity in or beside them; null when there was none, and the screen says so. */
async function proven(made: Command, proof: Proof | undefined): Promise<Proven | null> {
  if (proof === undefined) return { bytes: compose(made) }
  if (proof.way === 'password') {
    const token = await reauthenticate(proof.password, made.id)
    if (token.ok) return { bytes: compose({ ...made, reauth: token.data.token }) }
    refuse(token.problem, made)
    return null
  }
  const bytes = compose(made)
  const signed = await usePasskeys().sign(bytes)
  if (signed.ok) return { bytes, assertion: signed.data }
  refuse(signed.problem, made)
  return null
}

export const useGiving = defineStore('giving', {
  state: (): State => ({ queue: [], sending: 0, recorded: null }),
  getters: {
    busy: (state): boolean => state.sending > 0,
  },
  actions: {
    async during<T>(work: () => Promise<T>): Promise<T> {
      this.sending += 1
      try {
        return await work()
      } finally {
        this.sending -= 1
      }
    },

    async settle(answer: Answer<Accepted>, made: Command, sent: Proven): Promise<Accepted | null> {
      if (answer.ok) {
        this.recorded = { permit: made.permit, kind: outcome(made), at: Date.now() }
        await usePermits().load(made.permit)
        return answer.data
      }
      const again = async (): Promise<unknown> => this.settle(await deliver(sent.bytes, sent.assertion), made, sent)
      refuse(answer.problem, made, isPassing(answer.problem) ? again : null)
      if (answer.problem.status === 409) void usePermits().load(made.permit)
      return null
    },

    /** Gives a command that the server must judge; the answer, or null after showing why not. */
    async send<K extends Kind>(
      permit: string,
      kind: K,
      body: PermitCommands[K],
      extra: Extra = {},
    ): Promise<Accepted | null> {
      return this.during(async () => {
        const plain = commandOf(permit, kind, body, extra)
        if (!isUp()) await usePermits().load(permit)
        if (!isUp()) {
          refuse(ours(LIVE.has(kind) ? 'offline_live' : 'offline_other'), plain)
          return null
        }
        const made = await proven(plain, extra.proof)
        return made === null ? null : this.settle(await deliver(made.bytes, made.assertion), plain, made)
      })
    },

    /** Stops: written down, tried at once, sent again until the server has it. */
    async stop<K extends Kind>(permit: string, kind: K, body: PermitCommands[K]): Promise<Given> {
      const made = commandOf(permit, kind, body, {})
      const queued: Queued = { id: made.id, permit, kind, bytes: compose(made), at: Date.now() }
      this.queue = [...this.queue, queued]
      const delivery = await this.during(() => stopNow(useSession().database(), queued))
      await this.recount()
      if (delivery === null) return 'waiting'
      const answer: Answer<Accepted> =
        delivery.verdict === 'accepted'
          ? { ok: true, data: delivery.accepted }
          : { ok: false, problem: delivery.problem }
      return (await this.settle(answer, made, queued)) === null ? null : 'accepted'
    },

    async give<K extends Kind>(permit: string, kind: K, body: PermitCommands[K], extra: Extra = {}): Promise<Given> {
      if (STOPPING.has(kind)) return this.stop(permit, kind, body)
      return (await this.send(permit, kind, body, extra)) === null ? null : 'accepted'
    },

    async recount(): Promise<void> {
      this.queue = await waiting(useSession().database())
    },

    /** Sends what waits; a late refusal is shown, because somebody relied on it. */
    async flushQueue(): Promise<void> {
      await this.recount()
      if (this.queue.length === 0) return
      for (const delivery of await flush(useSession().database())) {
        const { kind, permit } = delivery.queued
        if (delivery.verdict === 'refused') useRefusal().show(delivery.problem, { kind, permit })
        void usePermits().load(permit)
      }
      await this.recount()
    },

    pendingOf(permit: string): readonly Queued[] {
      return this.queue.filter((queued) => queued.permit === permit)
    },
  },
})
