/** A shared terminal: who stands there, the PIN for what he signs, and how everything of him is thrown away. */
import { defineStore } from 'pinia'
import { markRaw } from 'vue'
import { leftS } from '@/core/kiosk'
import { forgetAccount } from '@/store/database'
import type { OwnKiosk } from '@/store/kiosk'
import { isKiosk, ownKiosk } from '@/store/kiosk'
import { forgetVisit } from '@/sync/kiosk'
import { useSession } from '@/ui/shared/session'

/** Why he was forgotten, for the next screen. */
export type Ending = 'signed' | 'left' | 'lost'
const ENDING = 'davy.kiosk.ending'

interface State {
  own: OwnKiosk | null
  touchedAt: number
  /** Somebody waits for a PIN. */
  pin: ((entered: string | null) => void) | null
}

let clock: ReturnType<typeof setInterval> | undefined

export const useKiosk = defineStore('kiosk', {
  state: (): State => ({ own: null, touchedAt: 0, pin: null }),
  getters: {
    /** Somebody stands at this terminal. */
    visited: (state): boolean => state.own !== null && useSession().presence === 'here',
  },
  actions: {
    async load(): Promise<void> {
      const own = await ownKiosk()
      this.own = own === null ? null : markRaw(own)
      if (isKiosk()) document.documentElement.dataset['kiosk'] = 'yes'
    },

    touch(): void {
      this.touchedAt = Date.now()
    },

    /** Whoever does not touch the screen is forgotten. */
    watch(): void {
      this.touch()
      for (const kind of ['pointerdown', 'keydown', 'scroll']) {
        window.addEventListener(kind, () => { this.touch() }, { passive: true, capture: true })
      }
      clearInterval(clock)
      clock = setInterval(() => {
        if (leftS(this.touchedAt, Date.now()) === 0) void this.over('left')
      }, 1_000)
    },

    /** Asks for the PIN of what is being signed; null when he thinks better of it. */
    askPin(): Promise<string | null> {
      return new Promise((done) => {
        this.pin = done
      })
    },

    answerPin(entered: string | null): void {
      this.pin?.(entered)
      this.pin = null
    },

    /** Nothing of him is left: neither session nor storage nor a word on the screen. */
    async over(ending: Ending): Promise<void> {
      clearInterval(clock)
      const account = useSession().session?.account?.id
      await forgetVisit()
      if (account !== undefined) await forgetAccount(account)
      sessionStorage.setItem(ENDING, ending)
      window.location.replace('/m/kiosk')
    },
  },
})

export function lastEnding(): Ending | null {
  const found = sessionStorage.getItem(ENDING)
  sessionStorage.removeItem(ENDING)
  return found === 'signed' || found === 'left' || found === 'lost' ? found : null
}
