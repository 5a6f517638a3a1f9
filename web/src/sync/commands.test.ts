import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { NO_ANSWER } from '@/core/problem'
import { deliver } from '@/sync/commands'
import { ask } from '@/sync/http'

vi.mock('@/sync/http', () => ({ ask: vi.fn() }))

beforeEach(() => {
  vi.useFakeTimers()
  vi.mocked(ask).mockReset()
})
afterEach(() => {
  vi.useRealTimers()
})

/** No answer, after so long. */
const silent = (ms: number): void => {
  vi.mocked(ask).mockImplementation(
    () => new Promise((done) => setTimeout(done, ms, { ok: false, problem: NO_ANSWER })),
  )
}

it('a lost answer is asked for again at once', async () => {
  silent(50)
  const asked = deliver('bytes')
  await vi.advanceTimersByTimeAsync(10_000)
  expect((await asked).ok).toBe(false)
  expect(ask).toHaveBeenCalledTimes(4)
})

it('a server that hangs is asked once, and whoever pressed is told', async () => {
  silent(15_000)
  const asked = deliver('bytes')
  await vi.advanceTimersByTimeAsync(15_000)
  expect((await asked).ok).toBe(false)
  expect(ask).toHaveBeenCalledTimes(1)
})
