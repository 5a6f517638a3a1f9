import { afterEach, describe, expect, it, vi } from 'vitest'
import { readManyPermits } from '@/sync/reads'

const TOTAL = 620
const WIDE = 200

/** A list of 620 permits, told page by page as the server tells it. */
function list(asked: string[]): (url: string) => Promise<Response> {
  return (url) => {
    asked.push(url)
    const from = Number(new URL(url, 'http://davy').searchParams.get('after') ?? 0)
    const items = Array.from({ length: Math.min(WIDE, TOTAL - from) }, (_, at) => ({ id: String(from + at) }))
    const next = from + WIDE < TOTAL ? String(from + WIDE) : null
    return Promise.resolve(Response.json({ items, total: TOTAL, next, counts: {}, clearance_open: 0 }))
  }
}

afterEach(() => vi.unstubAllGlobals())

describe('many permits', () => {
  it('are read page after page up to the most that is drawn, each once, and all are counted', async () => {
    const asked: string[] = []
    vi.stubGlobal('fetch', list(asked))
    const answer = await readManyPermits({ state: 'active' }, 500)
    if (!answer.ok) throw new Error(answer.problem.code)
    expect(asked).toHaveLength(3)
    expect(new Set(answer.data.items.map(({ id }) => id)).size).toBe(500)
    expect(answer.data.total).toBe(TOTAL)
  })

  it('are one question while they fit on one page', async () => {
    const asked: string[] = []
    vi.stubGlobal('fetch', list(asked))
    await readManyPermits({ state: 'active' }, 100)
    expect(asked).toHaveLength(1)
  })
})
