import { describe, expect, it } from 'vitest'
import { health } from '@/sync/health'

describe('health of the server', () => {
  it('is answering when it says so', async () => {
    expect(await health(() => Promise.resolve(new Response('ok')))).toBe('answering')
  })

  it('is silent when it refuses or cannot be reached', async () => {
    expect(await health(() => Promise.resolve(new Response('', { status: 503 })))).toBe('silent')
    expect(await health(() => Promise.reject(new TypeError('no route')))).toBe('silent')
  })
})
