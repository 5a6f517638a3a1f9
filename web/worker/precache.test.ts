import { beforeEach, expect, it } from 'vitest'
import { keptPath, outdated } from '@/core/release'
import type { Release } from '@/core/release'
import { answer, fetchLater, HalfDeployed, install, sha256, tidy } from './precache'
import type { Means } from './precache'

const served = new Map<string, string>()
const asked: string[] = []
const stores = new Map<string, Map<string, Response>>()

/** Caches as a browser has them, as far as the worker uses them. */
const caches = {
  keys: () => Promise.resolve([...stores.keys()]),
  delete: (name: string) => Promise.resolve(stores.delete(name)),
  match: (path: string) => Promise.resolve([...stores.values()].map((kept) => kept.get(path)?.clone()).find(Boolean)),
  open: (name: string) => {
    const kept = stores.get(name) ?? new Map<string, Response>()
    stores.set(name, kept)
    return Promise.resolve({
      match: (path: string) => Promise.resolve(kept.get(path)?.clone()),
      put: (path: string, response: Response) => Promise.resolve(void kept.set(path, response)),
    })
  },
} as unknown as CacheStorage

const means: Means = {
  caches,
  fetch: (path, { cache }) => {
    asked.push(`${cache ?? ''} ${path}`)
    const body = served.get(path)
    const headers = { 'content-security-policy': "default-src 'self'", 'content-encoding': 'gzip' }
    return Promise.resolve(body === undefined ? new Response(null, { status: 404 }) : new Response(body, { headers }))
  },
}

async function release(id: string, files: Record<string, string>, later: Record<string, string> = {}): Promise<Release> {
  const hashed = (all: Record<string, string>) =>
    Promise.all(
      Object.entries(all).map(async ([path, text]) => ({
        path,
        sha256: await sha256(new TextEncoder().encode(text).buffer),
      })),
    )
  return { id, start: '/m/index.html', files: await hashed(files), later: await hashed(later) }
}

const serve = (files: Record<string, string>): void => {
  served.clear()
  for (const [path, text] of Object.entries(files)) served.set(path, text)
}
const ONE = { '/m/index.html': 'one', '/m/assets/app-aaaaaaaa.js': 'app', '/m/assets/page-aaaaaaaa.js': 'page' }
const TWO = { '/m/index.html': 'two', '/m/assets/app-bbbbbbbb.js': 'app 2', '/m/assets/page-aaaaaaaa.js': 'page' }

beforeEach(() => {
  stores.clear()
  asked.length = 0
  serve(ONE)
})

const text = async (path: string, of: Release): Promise<string | undefined> => (await answer(path, of, means))?.text()

it('keeps a release whole, with the headers of its start page', async () => {
  const one = await release('one', ONE)
  await install(one, means)
  expect(await text('/m/assets/page-aaaaaaaa.js', one)).toBe('page')
  const start = await answer('/m/index.html', one, means)
  expect(start?.headers.get('content-security-policy')).toBe("default-src 'self'")
  expect(start?.headers.get('content-encoding')).toBeNull()
})

it('refuses a release of which one file is another, and leaves nothing of it', async () => {
  const one = await release('one', ONE)
  await install(one, means)
  serve({ ...TWO, '/m/assets/app-bbbbbbbb.js': 'half' })
  const two = await release('two', TWO)
  await expect(install(two, means)).rejects.toThrow(HalfDeployed)
  expect([...stores.keys()]).toEqual(['davy-m-one'])
  expect(await text('/m/index.html', one)).toBe('one')
})

it('refuses a release of which one file is missing', async () => {
  served.delete('/m/assets/page-aaaaaaaa.js')
  await expect(install(await release('one', ONE), means)).rejects.toThrow('/m/assets/page-aaaaaaaa.js')
})

it('asks past what a proxy kept before it refuses', async () => {
  const one = await release('one', ONE)
  let stale = true
  const behind: Means = {
    caches,
    fetch: (path, init) => {
      if (init.cache === 'reload') stale = false
      return path.includes('app') && stale ? Promise.resolve(new Response('old')) : means.fetch(path, init)
    },
  }
  await install(one, behind)
  expect(await text('/m/assets/app-aaaaaaaa.js', one)).toBe('app')
})

it('takes unchanged files from the release before, the start page never', async () => {
  await install(await release('one', ONE), means)
  asked.length = 0
  serve(TWO)
  await install(await release('two', TWO), means)
  expect(asked.sort()).toEqual(['default /m/assets/app-bbbbbbbb.js', 'default /m/index.html'])
})

it('does not copy what was changed on the phone', async () => {
  const one = await release('one', ONE)
  await install(one, means)
  stores.get('davy-m-one')?.set('/m/assets/page-aaaaaaaa.js', new Response('spoilt'))
  serve(TWO)
  const two = await release('two', TWO)
  await install(two, means)
  expect(await text('/m/assets/page-aaaaaaaa.js', two)).toBe('page')
})

it('goes on without the decoder and fetches it later, verified too', async () => {
  const decoder = { '/m/assets/reader-aaaaaaaa.wasm': 'wasm' }
  const one = await release('one', ONE, decoder)
  await install(one, means)
  expect(asked.some((line) => line.includes('wasm'))).toBe(false)
  serve({ ...ONE, '/m/assets/reader-aaaaaaaa.wasm': 'other' })
  await fetchLater(one, means)
  expect(await text('/m/assets/reader-aaaaaaaa.wasm', one)).toBeUndefined()
  serve({ ...ONE, ...decoder })
  await fetchLater(one, means)
  expect(await text('/m/assets/reader-aaaaaaaa.wasm', one)).toBe('wasm')
})

it('keeps the release before for pages that still run on it, and no older one', async () => {
  stores.set('somebody-else', new Map())
  stores.set('davy-m-zero', new Map())
  await install(await release('one', ONE), means)
  serve(TWO)
  const two = await release('two', TWO)
  await install(two, means)
  await tidy(two, means)
  expect([...stores.keys()].sort()).toEqual(['davy-m-one', 'davy-m-two', 'somebody-else'])
  expect(await text('/m/assets/app-aaaaaaaa.js', two)).toBe('app')
  expect(outdated(two, ['davy-m-two'])).toEqual([])
})

it.each([
  ['GET', '/m/', true, '/m/index.html'],
  ['GET', '/m/permits/0193/round', true, '/m/index.html'],
  ['GET', '/m/index.html', true, '/m/index.html'],
  ['GET', '/m/assets/app-aaaaaaaa.js', false, '/m/assets/app-aaaaaaaa.js'],
  ['GET', '/m/permits/0193', false, null],
  ['POST', '/m/', true, null],
  ['GET', '/api/v1/session', false, null],
  ['GET', '/_allauth/browser/v1/auth/session', false, null],
  ['GET', '/healthz', true, null],
  ['GET', '/console/', true, null],
  ['GET', '/console/assets/app-aaaaaaaa.js', false, null],
])('answers %s %s (navigates: %s) with %s', async (method, path, navigates, kept) => {
  expect(keptPath(await release('one', ONE), { method, path, navigates })).toBe(kept)
})
