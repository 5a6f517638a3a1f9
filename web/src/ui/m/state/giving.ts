/** Gives commands: composes the envelope, sends it, and shows the verdict. Stopping commands never wait. */
import { defineStore } from 'pinia'
import type { PermitCommands } from '@/core/commands'
import { baseVersion, compose } from '@/core/envelope'
import type { Command, FoundSheet, Kind } from '@/core/envelope'
import { LIVE, RECORDING, STOPPING, TELLING, TELLS_PLACE } from '@/core/lifecycle'
import { isOpen, isWaiting } from '@/core/outbox'
import { haltedAt, halts } from '@/core/ownView'
import type { Row } from '@/core/outbox'
import { isPassing } from '@/core/problem'
import type { Problem } from '@/core/problem'
import type { Beside, Proof } from '@/core/proof'
import { usesTerminal } from '@/core/terminals'
import { uuid7 } from '@/core/uuid7'
import { allRows, keepRows, ownDevice, rowOf } from '@/store/outbox'
import { deliver } from '@/sync/commands'
import type { Accepted } from '@/sync/commands'
import type { Answer } from '@/sync/http'
import { isUp } from '@/sync/link'
import { ownPhone } from '@/sync/ownPhone'
import { flush, photosFollow, signer, writeDown } from '@/sync/outbox'
import { isReckoned, serverNow } from '@/sync/reckoning'
import { wakeLater } from '@/sync/background'
import { byTerminal } from '@/sync/kiosk'
import { enterPin } from '@/sync/pins'
import { reauthenticate } from '@/sync/session'
import { sooner } from '@/sync/sooner'
import { sign } from '@/sync/signing'
import { usePasskeys } from '@/ui/shared/passkeys'
import { useSession } from '@/ui/shared/session'
import { useKiosk } from './kiosk'
import { usePermits } from './permits'
import { usePosition } from './position'
import { useRefusal } from './refusal'

export interface Extra {
  /** How the person proves for this one signature that it is he. */
  readonly proof?: Proof
  /** The version the person decided on; the card's own where it is left out. */
  readonly version?: number
  /** What is told is wrong as far as the phone can see: it goes at once, before its photo, and halts the work here. */
  readonly bad?: boolean
}

/** `waiting`: written down, not yet with the server. Null: not done, and the screen says why. */
export type Given = 'accepted' | 'waiting' | null

type OfPermit = Row & { readonly kind: Kind }

/** What became of a sheet that was registered. */
export interface Registered {
  readonly given: Given
  readonly problem: Problem | null
}

interface State {
  /** What is not with the server yet. */
  queue: readonly Row[]
  /** What stopped work here and was answered: it counts until the permit was read anew. */
  halts: readonly Row[]
  /** This phone is enrolled: what is seen may be written down without a connection. */
  signs: boolean
  /** The server said that the key of this phone counts no more: it can be enrolled again, here. */
  revoked: boolean
  sending: number
  /** What was recorded last, for a word on the card. */
  recorded: { readonly permit: string; readonly kind: Kind; readonly at: number } | null
}

/** Whoever stops somebody must know soon whether the others know it too. */
const PATIENCE_MS = 8_000

export const newId = (): string => uuid7(serverNow(), crypto.getRandomValues(new Uint8Array(10)))

/** Problems of our own making have no sentence; the sheet has the words. */
function ours(code: 'offline_live' | 'offline_other' | 'not_kept'): Problem {
  return { status: -1, code, clause: null, says: { zh: '', en: '' }, reasons: [], remedies: [] }
}

/** It may arrive late: what stops, and what a phone that signs saw. */
const isWrittenDown = (kind: Kind): boolean =>
  (STOPPING.has(kind) && !(useKiosk().visited && TELLING.has(kind))) || (useGiving().signs && RECORDING.has(kind))

/** What may arrive late says by which clock it happened; anything else happens when it arrives. */
const clockNow = (): 'device_synced' | 'device_free' => (isReckoned() ? 'device_synced' : 'device_free')

function commandOf<K extends Kind>(permit: string, kind: K, body: PermitCommands[K], extra: Extra): Command<K> {
  const seen = extra.version ?? usePermits().cards.get(permit)?.permit.version ?? 0
  return {
    id: newId(),
    company: useSession().session?.company.id ?? '',
    permit,
    kind,
    body,
    baseVersion: baseVersion(kind, seen),
    occurredAt: new Date(serverNow()),
    clock: isWrittenDown(kind) ? clockNow() : null,
    position: TELLS_PLACE.has(kind) || usesTerminal(body) ? usePosition().current() : null,
    reauth: null,
  }
}

function foundSheet(stream: FoundSheet['stream'], body: FoundSheet['body']): FoundSheet {
  return {
    id: newId(),
    company: useSession().session?.company.id ?? '',
    permit: '',
    stream,
    kind: 'register_sheet',
    body,
    baseVersion: null,
    occurredAt: new Date(serverNow()),
    clock: clockNow(),
    position: null,
    reauth: null,
  }
}

const registered = (answer: Answer<Accepted>): Registered =>
  answer.ok ? { given: 'accepted', problem: null } : { given: null, problem: answer.problem }

/** Who resumes and says that something changed has not resumed: the permit is void (4.17). */
function outcome({ kind, body }: Command): Kind {
  return kind === 'resume' && 'changed' in body && body.changed ? 'void' : kind
}

function refuse(problem: Problem, { kind, permit }: Command, again: (() => Promise<unknown>) | null = null): void {
  if (problem.status === 401) {
    if (useKiosk().own === null) useSession().lost()
    else void useKiosk().over('lost')
  }
  useRefusal().show(problem, { kind, permit, again })
}

interface Proven {
  readonly bytes: string
  readonly beside?: Beside
}

/** On its way at once, and whose phone it came from. */
async function hand({ bytes, beside }: Proven, pauses?: readonly number[]): Promise<Answer<Accepted>> {
  const phone = useKiosk().visited ? undefined : await ownPhone(useSession().database(), bytes)
  return deliver(bytes, beside, pauses, phone)
}

/** This phone's signature over bytes that hold the proof of the PIN and the photo of whoever holds it. */
async function byDevice(made: Command, proof: Extract<Proof, { way: 'device' }>): Promise<Proven | null> {
  const token = await enterPin(proof.pin, made.id)
  if (!token.ok) {
    refuse(token.problem, made)
    return null
  }
  const device = await signer(useSession().database())
  const bytes = compose({ ...made, body: { ...made.body, face: proof.face }, reauth: token.data.token })
  return device === null ? { bytes } : { bytes, beside: { device: device.id, signature: await sign(device.key, bytes) } }
}

/** At a shared terminal: its signature over bytes that hold the proof of the PIN. It knows nobody's place. */
async function byKiosk(made: Command): Promise<Proven | null> {
  const kiosk = useKiosk()
  const { own } = kiosk
  const pin = await kiosk.askPin()
  if (own === null || pin === null) return null
  const token = await enterPin(pin, made.id)
  if (!token.ok) {
    refuse(token.problem, made)
    return null
  }
  const bytes = compose({ ...made, position: null, reauth: token.data.token })
  return { bytes, beside: await byTerminal(own, bytes) }
}

/** The exact bytes with a fresh proof of identity in or beside them; null when there was none, and the screen says so. */
async function proven(made: Command, proof: Proof | undefined): Promise<Proven | null> {
  if (useKiosk().visited) return byKiosk(made)
  if (proof === undefined || proof.way === 'kiosk') return { bytes: compose(made) }
  if (proof.way === 'password') {
    const token = await reauthenticate(proof.password, made.id)
    if (token.ok) return { bytes: compose({ ...made, reauth: token.data.token }) }
    refuse(token.problem, made)
    return null
  }
  if (proof.way === 'device') return byDevice(made, proof)
  const bytes = compose(made)
  const signed = await usePasskeys().sign(bytes)
  if (signed.ok) return { bytes, beside: signed.data }
  refuse(signed.problem, made)
  return null
}

export const useGiving = defineStore('giving', {
  state: (): State => ({ queue: [], halts: [], signs: false, revoked: false, sending: 0, recorded: null }),
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
        if (useKiosk().visited) {
          await useKiosk().over('signed')
          return answer.data
        }
        this.recorded = { permit: made.permit, kind: outcome(made), at: Date.now() }
        await usePermits().load(made.permit)
        return answer.data
      }
      const again = async (): Promise<unknown> => this.settle(await hand(sent), made, sent)
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
        return made === null ? null : this.settle(await hand(made), plain, made)
      })
    },

    /** Written down, tried at once, sent again until the server has it: what stops, and what a phone that signs saw. */
    async write<K extends Kind>(permit: string, kind: K, body: PermitCommands[K], bad = false): Promise<Given> {
      const made = commandOf(permit, kind, body, {})
      return this.during(async () => {
        const database = useSession().database()
        const row = await writeDown(database, made, Date.now(), bad).catch(() => null)
        if (row === null) return this.unkept(made)
        this.queue = [...this.queue, row]
        void wakeLater()
        const run = await sooner(flush(database, { wait: true }), PATIENCE_MS)
        await this.recount()
        this.hear(run?.problem ?? null)
        return this.told((await rowOf(database, row.id)) ?? row, made)
      })
    },

    /** The phone has no room, or keeps nothing: sending at once is all that is left, and nothing is claimed. */
    async unkept(made: Command): Promise<Given> {
      const bytes = compose(made)
      const answer = await hand({ bytes }, [400])
      const lost = !answer.ok && isPassing(answer.problem)
      return (await this.settle(lost ? { ok: false, problem: ours('not_kept') } : answer, made, { bytes })) && 'accepted'
    },

    /** A live sheet: bad news, so it waits for nothing, neither for the phone to be enrolled nor for its photo. */
    async register(stream: FoundSheet['stream'], body: FoundSheet['body']): Promise<Registered> {
      return this.during(async () => {
        const made = foundSheet(stream, body)
        const database = useSession().database()
        const row = await writeDown(database, made, Date.now(), true).catch(() => null)
        if (row === null) return registered(await hand({ bytes: compose(made) }, [400]))
        this.queue = [...this.queue, row]
        void wakeLater()
        const run = await sooner(flush(database, { wait: true }), PATIENCE_MS)
        await this.recount()
        this.hear(run?.problem ?? null)
        const now = (await rowOf(database, row.id)) ?? row
        if (isWaiting(now)) return { given: 'waiting', problem: null }
        return { given: now.state === 'accepted' ? 'accepted' : null, problem: now.problem }
      })
    },

    async told(row: Row, made: Command): Promise<Given> {
      if (isWaiting(row)) return 'waiting'
      if (row.state === 'accepted') {
        this.recorded = { permit: made.permit, kind: outcome(made), at: Date.now() }
        await usePermits().load(made.permit)
        return 'accepted'
      }
      if (row.problem !== null) refuse(row.problem, made)
      return null
    },

    async give<K extends Kind>(permit: string, kind: K, body: PermitCommands[K], extra: Extra = {}): Promise<Given> {
      if (isWrittenDown(kind)) return this.write(permit, kind, body, extra.bad)
      return (await this.send(permit, kind, body, extra)) === null ? null : 'accepted'
    },

    async recount(): Promise<void> {
      const database = useSession().database()
      const rows = await allRows(database)
      this.queue = rows.filter(isOpen)
      this.halts = rows.filter((row) => !isOpen(row) && halts(row))
      this.signs = (await signer(database)) !== null
      this.revoked = (await ownDevice(database))?.revoked === true
    },

    /** A login that ran out holds up the queue until somebody logs in; it costs nothing of it. */
    hear(problem: Problem | null): void {
      if (problem?.status === 401) useSession().lost()
    },

    /** What the worker heard while no page was open. */
    async tellLate(): Promise<void> {
      const database = useSession().database()
      const late = (await allRows(database)).filter(({ untold }) => untold === true)
      for (const { kind, permit, problem } of late) if (problem !== null) useRefusal().show(problem, { kind, permit })
      await keepRows(database, late.map((row) => ({ ...row, untold: false })))
    },

    /** Sends what waits; a late refusal is shown, because somebody relied on it. */
    async flushQueue(): Promise<void> {
      await this.recount()
      await this.tellLate()
      const left = this.queue.some(isWaiting) || (await photosFollow(useSession().database()).catch(() => false))
      if (!left || useSession().presence === 'nobody') return
      const { done, problem } = await flush(useSession().database())
      this.hear(problem)
      for (const { kind, permit, state, problem: why } of done) {
        if (state !== 'accepted' && why !== null) useRefusal().show(why, { kind, permit })
        if (permit !== '') void usePermits().load(permit)
      }
      await this.recount()
    },

    /** The phone's milliseconds when its owner stopped this work, as long as what is shown does not know of it. */
    haltedAt(permit: string, version: number): number | null {
      return haltedAt([...this.queue, ...this.halts].filter((row) => row.permit === permit), version)
    },

    pendingOf(permit: string): readonly OfPermit[] {
      return this.queue.filter((queued): queued is OfPermit => queued.permit === permit && queued.kind !== 'register_sheet')
    },
  },
})
