/** The way of a command to the server: the same bytes until there is a verdict. */
import { isPassing } from '@/core/problem'
import { besideHeader } from '@/core/proof'
import type { Beside } from '@/core/proof'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

export interface Accepted {
  readonly verdict: 'accepted'
  readonly version: number
  readonly events: readonly string[]
}

const PAUSES_MS = [300, 900, 2_000]
/** Whoever pressed has waited long enough: a server that answers nothing is not asked again by the same press. */
const PATIENCE_MS = 10_000

const wait = (ms: number): Promise<void> =>
  new Promise((done) => {
    setTimeout(done, ms)
  })

/** Sends once, and again after a busy door or a lost answer: the id makes a repetition harmless. `phone`: the
    signature of the enrolled phone that sends, which is how the server knows its Ex mark (S26). */
export async function deliver(
  bytes: string,
  beside?: Beside,
  pauses: readonly number[] = PAUSES_MS,
  phone?: Beside,
): Promise<Answer<Accepted>> {
  const headers = {
    ...(beside ? { 'Davy-Assertion': besideHeader(beside) } : {}),
    ...(phone ? { 'Davy-Device': besideHeader(phone) } : {}),
  }
  const send = (): Promise<Answer<Accepted>> =>
    ask<Accepted>('/api/v1/commands', { method: 'POST', body: bytes, headers })
  const begun = performance.now()
  let answer = await send()
  for (const pause of pauses) {
    if (answer.ok || !isPassing(answer.problem) || performance.now() - begun > PATIENCE_MS) return answer
    await wait(pause)
    answer = await send()
  }
  return answer
}
