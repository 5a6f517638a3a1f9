/** Takes a release as a whole: every file is held to its hash before the first page of it is shown. */
import { CACHE_PREFIX, cacheName, outdated } from '@/core/release'
import type { Release, ReleaseFile } from '@/core/release'

/** What of the browser is needed; a test hands in its own. */
export interface Means {
  readonly caches: CacheStorage
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>
}

/** A file of the release is missing or is another than the one that was built. */
export class HalfDeployed extends Error {
  constructor(path: string) {
    super(`${path} is not the file of this release`)
    this.name = 'HalfDeployed'
  }
}

/** A phone on a weak network and a small server: not a hundred questions at once. */
const AT_ONCE = 6

export async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** The answer with its headers, the content policy among them, if it is the file that was built; else null. */
async function verified(file: ReleaseFile, answer: Response | undefined): Promise<Response | null> {
  if (!answer?.ok || answer.redirected) return null
  const bytes = await answer.arrayBuffer()
  if ((await sha256(bytes)) !== file.sha256) return null
  const headers = new Headers(answer.headers)
  // The bytes are unpacked now.
  for (const name of ['content-encoding', 'content-length', 'vary']) headers.delete(name)
  return new Response(bytes, { status: 200, headers })
}

/** From an earlier release on this phone, except the start page, whose headers belong to the release. */
async function copied(file: ReleaseFile, release: Release, { caches }: Means): Promise<Response | null> {
  if (file.path === release.start) return null
  for (const name of await caches.keys()) {
    if (!name.startsWith(CACHE_PREFIX)) continue
    const found = await verified(file, await (await caches.open(name)).match(file.path))
    if (found !== null) return found
  }
  return null
}

async function fetched(file: ReleaseFile, { fetch }: Means): Promise<Response | null> {
  // What the browser or a proxy kept may be of another release; then it is asked for once more, past them.
  for (const cache of ['default', 'reload'] as const) {
    const found = await verified(file, await fetch(file.path, { cache, credentials: 'omit', redirect: 'error' }))
    if (found !== null) return found
  }
  return null
}

async function put(file: ReleaseFile, release: Release, means: Means): Promise<void> {
  const answer = (await copied(file, release, means)) ?? (await fetched(file, means))
  if (answer === null) throw new HalfDeployed(file.path)
  await (await means.caches.open(cacheName(release))).put(file.path, answer)
}

async function putAll(files: readonly ReleaseFile[], release: Release, means: Means): Promise<void> {
  const left = [...files]
  const next = async (): Promise<void> => {
    for (let file = left.shift(); file !== undefined; file = left.shift()) await put(file, release, means)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
}

/** All or nothing: rejects with `HalfDeployed`, or with the network's error, and then leaves nothing behind. */
export async function install(release: Release, means: Means): Promise<void> {
  try {
    await putAll(release.files, release, means)
  } catch (error) {
    await means.caches.delete(cacheName(release))
    throw error
  }
}

/** What is large and seldom needed. Not having it yet is no fault: the server is asked for it again then. */
export async function fetchLater(release: Release, means: Means): Promise<void> {
  const cache = await means.caches.open(cacheName(release))
  for (const file of release.later) {
    if ((await cache.match(file.path)) === undefined) await put(file, release, means).catch(() => undefined)
  }
}

export async function tidy(release: Release, { caches }: Means): Promise<void> {
  for (const name of outdated(release, await caches.keys())) await caches.delete(name)
}

/** The kept file, of this release or, for a page that still runs on it, of the one before; else the server's. */
export async function answer(path: string, release: Release, { caches }: Means): Promise<Response | null> {
  const own = await (await caches.open(cacheName(release))).match(path)
  if (own !== undefined) return own
  if (path === release.start) return null
  return (await caches.match(path)) ?? null
}
