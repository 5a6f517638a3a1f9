/** How the phone's clock stood to the server's when they last spoke: it must outlive a page that the phone killed. */
import type { Reckoning } from '@/core/clock'
import { note, noted } from '@/store/phone'

const NAME = 'reckoning'

export async function keepReckoning(found: Reckoning, at: number): Promise<void> {
  await note(NAME, found, at)
}

export async function lastReckoning(): Promise<{ readonly reckoning: Reckoning; readonly at: number } | null> {
  const found = await noted(NAME)
  return found === null ? null : { reckoning: found.value as Reckoning, at: found.at }
}
