/** Sheets and evidence to take away: the file as it arrives, with how much of it there is already. */
import { problemOf, NO_ANSWER } from '@/core/problem'
import { heard } from '@/sync/link'
import { csrfToken } from '@/sync/http'
import type { Answer } from '@/sync/http'

/** A table for a spreadsheet, or the permits with all that proves them. */
export type SheetForm = 'csv' | 'xlsx' | 'bundle'

export interface Sheet {
  readonly file: Blob
  readonly name: string
}

/** Long lists take their time, but not for ever. */
const PATIENCE_MS = 180_000

async function body(answer: Response, told: (bytes: number) => void): Promise<Blob> {
  const reader = answer.body?.getReader()
  const parts: BlobPart[] = []
  let bytes = 0
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    parts.push(part.value)
    bytes += part.value.length
    told(bytes)
  }
  return new Blob(parts, { type: answer.headers.get('content-type') ?? '' })
}

const address = (form: SheetForm, wanted: Readonly<Record<string, string>>): string =>
  form === 'bundle'
    ? `/api/v1/evidence/bundle.zip?${new URLSearchParams(wanted).toString()}`
    : `/api/v1/board/sheet?${new URLSearchParams({ ...wanted, form }).toString()}`

/** The evidence of one permit, for `davy-verify`. */
export const bundleUrl = (permit: string): string => `/api/v1/permits/${permit}/bundle.zip`

export const takeSheet = (
  form: SheetForm,
  wanted: Readonly<Record<string, string>>,
  told: (bytes: number) => void,
): Promise<Answer<Sheet>> => take(address(form, wanted), {}, told)

/** Everything that is kept of oneself, or of somebody who asked for it at the desk, for whom a reason is given. */
export function takeCopy(
  whom: { readonly person: string; readonly why: string } | null,
  password: string,
  told: (bytes: number) => void,
): Promise<Answer<Sheet>> {
  const path = whom === null ? '/api/v1/session/copy.zip' : `/api/v1/keeping/people/${whom.person}/copy.zip`
  const body = JSON.stringify(whom === null ? { password } : { password, why: whom.why })
  const headers = { 'content-type': 'application/json', 'X-CSRFToken': csrfToken() }
  return take(path, { method: 'POST', body, headers }, told)
}

async function take(path: string, how: RequestInit, told: (bytes: number) => void): Promise<Answer<Sheet>> {
  try {
    const answer = await fetch(path, {
      ...how,
      cache: 'no-store',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
    heard(true)
    if (!answer.ok) return { ok: false, problem: problemOf(answer.status, await answer.json().catch(() => null)) }
    const name = /filename="([^"]+)"/.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'davy-permits'
    return { ok: true, data: { file: await body(answer, told), name } }
  } catch {
    return { ok: false, problem: NO_ANSWER }
  }
}
