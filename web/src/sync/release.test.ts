import { afterEach, describe, expect, it, vi } from 'vitest'
import { keepRelease } from '@/sync/release'

class Worker extends EventTarget {
  postMessage(): void {
    // nobody listens here
  }
}

class Registration extends EventTarget {
  installing: Worker | null = null
  waiting: Worker | null = null
  update = (): Promise<void> => Promise.resolve()
}

async function kept(found: Registration): Promise<() => number> {
  const workers = Object.assign(new EventTarget(), {
    controller: new Worker(),
    register: () => Promise.resolve(found),
    ready: Promise.resolve({ active: null }),
  })
  vi.stubGlobal('navigator', { serviceWorker: workers })
  let offers = 0
  await keepRelease('/m/', {
    offered: () => {
      offers += 1
    },
    taken: () => undefined,
  })
  return () => offers
}

function installs(found: Registration, worker: Worker): void {
  found.installing = null
  found.waiting = worker
  worker.dispatchEvent(new Event('statechange'))
}

afterEach(() => {
  vi.unstubAllGlobals()
})

describe('a new release', () => {
  it('is offered when it lies ready, and not before', async () => {
    const found = new Registration()
    const offers = await kept(found)
    const worker = new Worker()
    found.installing = worker
    found.dispatchEvent(new Event('updatefound'))
    expect(offers()).toBe(0)
    installs(found, worker)
    expect(offers()).toBe(1)
  })

  it('is offered as well when it was on its way before this page listened', async () => {
    const found = new Registration()
    const worker = new Worker()
    found.installing = worker
    const offers = await kept(found)
    installs(found, worker)
    expect(offers()).toBe(1)
  })
})
