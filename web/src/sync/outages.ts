/** What the screens ask of outages and their sheets. */
import type { BlockRange, Found, OutageWords, Paper, Standing, Task } from '@/core/outages'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

const API = '/api/v1'

export const readPaper = (): Promise<Answer<Paper>> => ask(`${API}/outages`)

export const readStanding = (): Promise<Answer<Standing>> => ask(`${API}/outages/standing`)

/** The blocks that may still be worked by: what a phone must know when it has no server. */
export const readBlocksInUse = (): Promise<Answer<readonly BlockRange[]>> => ask(`${API}/outages/blocks`)

/** The sheets that the reader is asked to fill in or to review. */
export const readAskedSheets = (): Promise<Answer<readonly Task[]>> => ask(`${API}/outages/asked`)

export const findSheet = (told: string): Promise<Answer<Found>> => ask(`${API}/outages/sheets/${encodeURIComponent(told)}`)

/** The blank sheets of a block as one file for the printer. */
export const blockUrl = (id: string): string => `${API}/blocks/${id}/sheets.pdf`

let words: Promise<Answer<OutageWords>> | null = null

/** Asked once; they change with a release only. */
export async function readOutageWords(): Promise<Answer<OutageWords>> {
  words ??= ask<OutageWords>(`${API}/outages/words`)
  const answer = await words
  if (!answer.ok) words = null
  return answer
}
