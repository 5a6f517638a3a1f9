/** The release this page runs on, the one that lies ready, and whether anything is open that must not be torn away. */
import { defineStore } from 'pinia'
import { keepRelease } from '@/sync/release'
import type { Release } from '@/sync/release'

interface State {
  /** A new release lies ready, whole and verified. */
  offered: boolean
  /** The new release answers already: this page is opened anew as soon as it is free. */
  taken: boolean
  /** Sheets that are open now. */
  sheets: number
}

let release: Release | null = null

export const useRelease = defineStore('release', {
  state: (): State => ({ offered: false, taken: false, sheets: 0 }),
  actions: {
    async begin(): Promise<void> {
      release = await keepRelease(import.meta.env.BASE_URL, {
        offered: () => {
          this.offered = true
        },
        taken: () => {
          this.taken = true
        },
      })
    },

    look(): void {
      release?.look()
    },

    take(): void {
      release?.take()
    },
  },
})
