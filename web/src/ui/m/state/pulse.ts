/** Keeps contact: signs of life for the person's running permits, the server's word of changes, and the lease. */
import { defineStore } from 'pinia'
import { elapsed, standing } from '@/core/lease'
import type { Moment, Standing } from '@/core/lease'
import { isRunning } from '@/core/lifecycle'
import { worksHere } from '@/core/next'
import { keptPermits } from '@/store/kept'
import { listen } from '@/sync/changes'
import { onLink, watchNetwork } from '@/sync/link'
import { makeContact, readPermits } from '@/sync/reads'
import { useSession } from '@/ui/shared/session'
import { useGiving } from './giving'
import { useKiosk } from './kiosk'
import { momentNow, usePermits } from './permits'
import type { Card } from './permits'
import { usePosition } from './position'
import { useRelease } from './release'

const CONTACT_MS = 30_000
const QUEUE_MS = 15_000
/** What is only counted, by the kind of stream that changed. */
const COUNTERS: Readonly<Partial<Record<string, 'emergencies' | 'outages' | 'sheets'>>> = {
  emergency: 'emergencies',
  outage: 'outages',
  block: 'sheets',
}

interface State {
  moment: Moment
  mine: readonly string[]
  systemOk: boolean
  /** Counts what changed on the server, for lists that want to read again. */
  changes: number
  /** Counts what changed about alarms. */
  rings: number
  /** Counts what changed about emergencies. */
  emergencies: number
  /** Counts what changed about outages, also what may have while nobody listened. */
  outages: number
  /** Counts what changed about their sheets. */
  sheets: number
  /** Counts what this person was told. */
  notices: number
  /** By permit, counts the tellings of its instruments. */
  readings: Record<string, number>
}

let holding = false
let stops: (() => void)[] = []

function every(ms: number, work: () => void): void {
  const timer = setInterval(work, ms)
  stops.push(() => {
    clearInterval(timer)
  })
}

function onVisible(work: () => void): void {
  const seen = (): void => {
    if (document.visibilityState === 'visible') work()
  }
  document.addEventListener('visibilitychange', seen)
  stops.push(() => {
    document.removeEventListener('visibilitychange', seen)
  })
}

/** The position is watched while there is running work of this person: it proves that he is there. */
function watchPosition(needed: boolean): void {
  if (needed === holding) return
  holding = needed
  const position = usePosition()
  if (needed) position.hold()
  else position.release()
}

export const usePulse = defineStore('pulse', {
  state: (): State => ({
    moment: momentNow(),
    mine: [],
    systemOk: true,
    changes: 0,
    rings: 0,
    emergencies: 0,
    outages: 0,
    sheets: 0,
    notices: 0,
    readings: {},
  }),
  getters: {
    running(): readonly Card[] {
      const found = this.mine.map((id) => usePermits().cards.get(id))
      return found.filter((card) => card !== undefined).filter(({ permit }) => isRunning(permit.state))
    },

    /** Work of this person that must stop now because nobody confirms it any more. */
    leaving(): readonly Card[] {
      const now = this.moment
      return this.running.filter(
        ({ permit, confirmation }) => worksHere(permit) && standing(confirmation, now) === 'leave',
      )
    },
  },
  actions: {
    standingOf(id: string): Standing {
      return standing(usePermits().cards.get(id)?.confirmation ?? null, this.moment)
    },

    ageOf({ confirmation }: Card): number {
      return elapsed(confirmation.at, this.moment)
    },

    /** The permits that name this person and are running; without the server, those the phone kept. */
    async findMine(): Promise<void> {
      const permits = usePermits()
      const answer = await readPermits({ mine: 'true', state: 'issued,active,paused', size: '50' })
      if (answer.ok) this.mine = answer.data.items.map(({ id }) => id)
      else if (this.mine.length === 0) {
        const kept = await keptPermits(useSession().database())
        this.mine = kept.filter(({ permit }) => worksHere(permit)).map(({ id }) => id)
      }
      await Promise.all(this.mine.filter((id) => !permits.cards.has(id)).map((id) => permits.load(id)))
      watchPosition(this.running.length > 0)
    },

    async contact(id: string): Promise<void> {
      const at = momentNow()
      const answer = await makeContact(id, usePosition().current())
      if (answer.ok) {
        this.systemOk = answer.data.system.clock_ok
        usePermits().confirm(id, at, answer.data)
      } else if (answer.problem.status === 401) useSession().lost()
    },

    /** A shared terminal gives no sign of life: it only reads anew. */
    async beat(): Promise<void> {
      const alone = useKiosk().own === null
      await Promise.all(this.running.map(({ permit: { id } }) => (alone ? this.contact(id) : usePermits().load(id))))
    },

    changed(id: string): void {
      this.changes += 1
      if (usePermits().cards.has(id)) void usePermits().load(id)
      else void this.findMine()
    },

    /** Something was done about these alarms, or they rang again: what shows them is read anew. */
    rang(ids: readonly string[]): void {
      this.rings += 1
      const permits = usePermits()
      for (const [id, { permit }] of permits.cards) {
        if (permit.alarms.some((line) => line.ids.some((alarm) => ids.includes(alarm)))) void permits.load(id)
      }
    },

    /** Whoever comes back to the page, or back on line, sends what waits and sees what is true now. */
    async wake(): Promise<void> {
      this.outages += 1
      if (!useSession().confirmed) await useSession().load()
      useRelease().look()
      await useGiving().flushQueue()
      const permits = usePermits()
      await Promise.all([...permits.cards.keys()].map((id) => permits.load(id)))
      await this.findMine()
      this.changes += 1
      this.emergencies += 1
      this.notices += 1
    },

    start(): void {
      this.stop()
      const wake = (): void => void this.wake()
      every(1000, () => {
        this.moment = momentNow()
      })
      every(CONTACT_MS, () => void this.beat())
      every(QUEUE_MS, () => void useGiving().flushQueue())
      onVisible(wake)
      stops.push(
        watchNetwork(wake),
        onLink((up) => {
          if (up) wake()
        }),
        listen(({ kind, id }) => {
          if (kind === 'permit') this.changed(id)
          if (kind === 'alarm') this.rang([id])
          const counter = COUNTERS[kind]
          if (counter) this[counter] += 1
          if (kind === 'inbox' && id === useSession().person?.id) this.notices += 1
          if (kind === 'readings') this.readings[id] = (this.readings[id] ?? 0) + 1
        }, wake),
      )
      void useGiving().flushQueue()
      void this.findMine()
    },

    stop(): void {
      for (const end of stops) end()
      stops = []
      watchPosition(false)
      this.mine = []
    },
  },
})
