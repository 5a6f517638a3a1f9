import { afterEach, expect, test, vi } from 'vitest'
import { NO_ANSWER, UNHEARD } from '@/core/problem'
import { ask, post } from '@/sync/http'

afterEach(() => {
  vi.unstubAllGlobals()
})

test('a step without an answer may have been done; a question without one cannot', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('gone')))
  expect(await ask('/api/v1/areas')).toEqual({ ok: false, problem: UNHEARD })
  expect(await post('/api/v1/commands', {})).toEqual({ ok: false, problem: NO_ANSWER })
})
