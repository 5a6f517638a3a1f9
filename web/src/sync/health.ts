/** Whether the server answers at all. */

export type Health = 'answering' | 'silent'

const PATIENCE_MS = 5_000

/** Asks once; an error, a time-out and a bad status all mean silence. */
export async function health(ask: typeof fetch = fetch): Promise<Health> {
  const patience = new AbortController()
  const timer = setTimeout(() => {
    patience.abort()
  }, PATIENCE_MS)
  try {
    const answer = await ask('/healthz', { cache: 'no-store', signal: patience.signal })
    return answer.ok ? 'answering' : 'silent'
  } catch {
    return 'silent'
  } finally {
    clearTimeout(timer)
  }
}
