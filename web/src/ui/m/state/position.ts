/** Where the phone is. It watches only while somebody needs to know. */
import { defineStore } from 'pinia'
import { onScopeDispose } from 'vue'
import type { Position } from '@/core/envelope'

export type Trouble = 'denied' | 'unavailable' | 'insecure'

export interface Fix extends Position {
  readonly at: number
}

interface State {
  fix: Fix | null
  trouble: Trouble | null
  asking: boolean
}

const WATCH = { enableHighAccuracy: true, maximumAge: 5_000, timeout: 20_000 } as const
const OLD_MS = 60_000
const DENIED = 1

const ASK_EVERY_MS = 15_000

let users = 0
let watch: number | null = null
let asking: ReturnType<typeof setInterval> | undefined

export const usePosition = defineStore('position', {
  state: (): State => ({ fix: null, trouble: null, asking: false }),
  actions: {
    got({ coords, timestamp }: GeolocationPosition): void {
      const at = Math.min(timestamp, Date.now())
      const accuracy_m = Math.max(coords.accuracy, 0.1)
      this.$patch({
        asking: false,
        trouble: null,
        fix: { lat: coords.latitude, lon: coords.longitude, accuracy_m, at },
      })
    },

    failed({ code }: GeolocationPositionError): void {
      this.asking = false
      if (code === DENIED) this.fix = null
      this.trouble = code === DENIED ? 'denied' : 'unavailable'
    },

    start(): void {
      if (!window.isSecureContext) {
        this.trouble = 'insecure'
        return
      }
      this.asking = true
      const got = (position: GeolocationPosition): void => {
        this.got(position)
      }
      const failed = (error: GeolocationPositionError): void => {
        this.failed(error)
      }
      watch = navigator.geolocation.watchPosition(got, failed, WATCH)
      // A phone that lies still may tell nothing new by itself; a proof of presence must not grow old meanwhile.
      asking = setInterval(() => {
        navigator.geolocation.getCurrentPosition(got, () => undefined, WATCH)
      }, ASK_EVERY_MS)
    },

    stop(): void {
      if (watch !== null) navigator.geolocation.clearWatch(watch)
      watch = null
      clearInterval(asking)
      this.asking = false
    },

    /** A new search for the position, as the person wishes. */
    again(): void {
      this.stop()
      this.trouble = null
      this.start()
    },

    /** Watches until `release` has been called as often. */
    hold(): void {
      users += 1
      if (users === 1) this.start()
    },

    release(): void {
      users -= 1
      if (users === 0) this.stop()
    },

    /** For a screen: watches as long as it is shown. */
    use(): void {
      this.hold()
      onScopeDispose(() => {
        this.release()
      })
    },

    /** What may be sent now; a fix older than a minute proves nothing. */
    current(): Position | null {
      const known = this.fix
      if (known === null || Date.now() - known.at > OLD_MS) return null
      return { lat: known.lat, lon: known.lon, accuracy_m: known.accuracy_m }
    },
  },
})
