/** The page's side of the service worker: keeps the app on the phone, tells of a new release, takes it on request. */
import type { Word } from '@/core/release'

export interface Release {
  /** Takes the release that waits; every page of the app is told by `taken`. */
  readonly take: () => void
  /** Asks the server whether there is a newer one. */
  readonly look: () => void
}

export interface Told {
  /** A whole and verified release lies ready. */
  readonly offered: () => void
  /** Another release answers from now on: the page should be opened anew as soon as nothing is open in it. */
  readonly taken: () => void
}

const NONE: Release = { take: () => undefined, look: () => undefined }

function say(worker: ServiceWorker | null, word: Word): void {
  worker?.postMessage(word)
}

function watchInstalling(found: ServiceWorkerRegistration, offered: () => void): void {
  const ready = (): void => {
    if (found.waiting !== null && navigator.serviceWorker.controller !== null) offered()
  }
  const follow = (): void => {
    found.installing?.addEventListener('statechange', ready)
  }
  ready()
  // One that was found before this page listened is on its way as well, and nobody tells of it again.
  follow()
  found.addEventListener('updatefound', follow)
}

/** Where there is no service worker (no HTTPS), the app still works as long as the server is there. */
export async function keepRelease(base: string, { offered, taken }: Told): Promise<Release> {
  if (!('serviceWorker' in navigator)) return NONE
  const workers = navigator.serviceWorker
  let controlled = workers.controller !== null
  workers.addEventListener('controllerchange', () => {
    if (controlled) taken()
    controlled = true
  })
  try {
    const found = await workers.register(`${base}sw.js`, { scope: base, updateViaCache: 'none' })
    watchInstalling(found, offered)
    void workers.ready.then(({ active }) => {
      say(active, 'fetch later')
    })
    return {
      take: () => {
        say(found.waiting, 'take over')
      },
      look: () => {
        found.update().catch(() => undefined)
      },
    }
  } catch {
    return NONE
  }
}
