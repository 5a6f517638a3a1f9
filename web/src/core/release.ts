/** One release of the phone app: the files it consists of, each with its hash, and which requests they answer. */

export interface ReleaseFile {
  /** Absolute, as the browser asks for it. */
  readonly path: string
  /** Lower-case hexadecimal. */
  readonly sha256: string
}

export interface Release {
  readonly id: string
  /** The page that answers every navigation. */
  readonly start: string
  /** All of these or nothing: without one of them the release is not taken. */
  readonly files: readonly ReleaseFile[]
  /** Fetched after the app stands, because they are large and seldom needed. */
  readonly later: readonly ReleaseFile[]
}

export const CACHE_PREFIX = 'davy-m-'

export function cacheName({ id }: Release): string {
  return CACHE_PREFIX + id
}

/** What a page says to the worker. */
export type Word = 'take over' | 'fetch later'

/** The path of the kept file that answers a request; null where only the server may answer. */
export function keptPath(release: Release, asked: { method: string; path: string; navigates: boolean }): string | null {
  const base = release.start.slice(0, release.start.lastIndexOf('/') + 1)
  if (asked.method !== 'GET' || !asked.path.startsWith(base)) return null
  if (asked.path.startsWith(`${base}assets/`)) return asked.path
  const known = [...release.files, ...release.later].some(({ path }) => path === asked.path)
  if (asked.navigates) return known && asked.path !== release.start ? asked.path : release.start
  return known ? asked.path : null
}

/** Which caches go when this release takes over. The one before stays: a form may still be open on it. */
export function outdated(release: Release, names: readonly string[]): readonly string[] {
  const others = names.filter((name) => name.startsWith(CACHE_PREFIX) && name !== cacheName(release))
  return others.slice(0, -1)
}
