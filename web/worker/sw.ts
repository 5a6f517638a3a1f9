/** The service worker of the phone app: opens it without a network, and never touches what only the server may say. */
import { keptPath } from '@/core/release'
import type { Release, Word } from '@/core/release'
import { answer, fetchLater, install, tidy } from './precache'
import type { Means } from './precache'

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

// A new release waits until somebody taps: nothing changes under a form.
self.addEventListener('message', (event) => {
  const word = event.data as Word
  if (word === 'take over') event.waitUntil(self.skipWaiting())
  if (word === 'fetch later') event.waitUntil(fetchLater(release, means))
})
