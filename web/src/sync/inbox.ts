/** What a person was told: asked for, noted as read, and taken back. */
import type { Front, Notice } from '@/core/notices'
import type { Instant } from '@/core/types'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

const INBOX = '/api/v1/inbox'
/** Rows of one page. */
export const PAGE = 50

export interface Unread {
  readonly unread: number
  readonly red: number
}

export const readUnread = (): Promise<Answer<Unread>> => ask(`${INBOX}/unread`)

/** The page below this row; the newest one without it. */
export function readTold(below: string | null): Promise<Answer<readonly Notice[]>> {
  return ask(`${INBOX}?size=${PAGE}${below === null ? '' : `&before=${below}`}`)
}

export async function readFront(): Promise<Answer<Front>> {
  const [told, standing, unread] = await Promise.all([
    readTold(null),
    ask<readonly Notice[]>(`${INBOX}/standing`),
    readUnread(),
  ])
  if (!told.ok) return told
  if (!standing.ok) return standing
  return unread.ok ? { ok: true, data: { told: told.data, standing: standing.data, ...unread.data } } : unread
}

/** These, or everything; tells the instant at which it was noted, which takes it back; null when there was nothing to note. */
export const noteRead = (ids: readonly string[] | null): Promise<Answer<Unread & { readonly at: Instant | null }>> =>
  post(`${INBOX}/read`, ids === null ? {} : { ids })

export const takeBackRead = (at: Instant): Promise<Answer<Unread>> => post(`${INBOX}/unread`, { at })
