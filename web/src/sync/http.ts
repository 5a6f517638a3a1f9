/** One question to the server and its answer; it never throws, and it always tells whether the server was there. */
import { NO_ANSWER, UNHEARD, problemOf } from '@/core/problem'
import type { Problem } from '@/core/problem'
import { heard } from '@/sync/link'
import { learn } from '@/sync/reckoning'

export type Answer<T> = { readonly ok: true; readonly data: T } | { readonly ok: false; readonly problem: Problem }

export interface Question {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  /** Sent exactly as it is. */
  readonly body?: string
  readonly patienceMs?: number
  readonly headers?: Readonly<Record<string, string>>
}

const PATIENCE_MS = 15_000
const ROUNDED_MS = 1_000

/** Put in by the worker, which has no document and reads cookies in another way. */
let given: string | null = null

export function useToken(token: string): void {
  given = token
}

/** The anti-forgery token, which the session's first answer put into a cookie. */
export function csrfToken(): string {
  const { document: page } = globalThis as { readonly document?: { readonly cookie: string } }
  return given ?? /(?:^|;\s*)csrftoken=([^;]+)/.exec(page?.cookie ?? '')?.[1] ?? ''
}

async function content(answer: Response): Promise<unknown> {
  const kind = answer.headers.get('content-type') ?? ''
  if (!kind.includes('json')) return null
  // An answer that does not come to its end in time throws here: half an answer is none.
  const text = await answer.text()
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

export async function ask<T>(path: string, question: Question = {}): Promise<Answer<T>> {
  const patience = new AbortController()
  const timer = setTimeout(() => {
    patience.abort()
  }, question.patienceMs ?? PATIENCE_MS)
  const method = question.method ?? 'GET'
  const headers = new Headers({ accept: 'application/json', ...question.headers })
  if (method !== 'GET') headers.set('X-CSRFToken', csrfToken())
  if (question.body !== undefined) headers.set('content-type', 'application/json')
  const asked = Date.now()
  try {
    const body = question.body ?? null
    const answer = await fetch(path, { method, headers, body, signal: patience.signal, cache: 'no-store' })
    learnDate(asked, answer)
    const data = await content(answer)
    heard(!isGateway(answer.status))
    return answer.ok ? { ok: true, data: data as T } : { ok: false, problem: problemOf(answer.status, data) }
  } catch {
    heard(false)
    return { ok: false, problem: method === 'GET' ? UNHEARD : NO_ANSWER }
  } finally {
    clearTimeout(timer)
  }
}

/** Every answer tells the server's time, to the second. */
function learnDate(asked: number, answer: Response): void {
  const date = answer.headers.get('date')
  if (date !== null) learn(asked, date, ROUNDED_MS)
}

/** Something answered, but it was not Davy. */
function isGateway(status: number): boolean {
  return status === 502 || status === 504
}

export function post<T>(path: string, body: unknown): Promise<Answer<T>> {
  return ask<T>(path, { method: 'POST', body: JSON.stringify(body) })
}
