/** The service worker of the phone app: opens it without a network, and never touches what only the server may say. */
import { keptPath } from '@/core/release'
import type { Release, Word } from '@/core/release'
import { answer, fetchLater, install, tidy } from './precache'
import type { Means } from './precache'
import { TAG } from '@/sync/background'
import { sendQueue } from './sending'

declare const self: ServiceWorkerGlobalScope
/** Put in by the build. */
declare const __RELEASE__: Release

const release = __RELEASE__
const means: Means = { caches: self.caches, fetch: (path, init) => self.fetch(path, init) }

self.addEventListener('install', (event) => {
  event.waitUntil(install(release, means))
})

self.addEventListener('activate', (event) => {
  event.waitUntil(tidy(release, means).then(() => self.clients.claim()))
})

self.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request
  const { origin, pathname } = new URL(url)
  if (origin !== self.location.origin) return
  const path = keptPath(release, { method, path: pathname, navigates: mode === 'navigate' })
  if (path === null) return
  event.respondWith(answer(path, release, means).then((kept) => kept ?? self.fetch(event.request)))
})

interface Woken extends ExtendableEvent {
  readonly tag: string
}

interface Cookies {
  readonly get: (name: string) => Promise<{ readonly value: string } | null>
}

const token = async (): Promise<string | null> => {
  const { cookieStore } = self as { cookieStore?: Cookies }
  return (await cookieStore?.get('csrftoken'))?.value ?? null
}

const isPageOpen = async (): Promise<boolean> => (await self.clients.matchAll({ type: 'window' })).length > 0

// Chromium wakes the worker after the page was closed. What throws is tried again, later and later.
self.addEventListener('sync' as 'message', (event) => {
  const woken = event as unknown as Woken
  if (woken.tag === TAG) woken.waitUntil(sendQueue(token, isPageOpen))
})

// A new release waits until somebody taps: nothing changes under a form.
self.addEventListener('message', (event) => {
  const word = event.data as Word
  if (word === 'take over') event.waitUntil(self.skipWaiting())
  if (word === 'fetch later') event.waitUntil(fetchLater(release, means))
})
