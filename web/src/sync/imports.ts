/** Files of people: sent in, checked row by row, entered by a job of the server, taken back; and the ledger as a file. */
import type { components } from '@/core/api'
import { NO_ANSWER, problemOf } from '@/core/problem'
import type { Page } from '@/core/records'
import { ask, csrfToken, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

const API = '/api/v1/people/imports'
const PART_BYTES = 8 * 1024 * 1024

export type Import = components['schemas']['ImportOut']
export type ImportRow = components['schemas']['ImportRowOut']
export type Meaning = components['schemas']['ImportColumnOut']
export type Mapping = Readonly<Record<string, Readonly<Record<string, string>>>>

export const TEMPLATE = `${API}/template`
export const EXPORT = '/api/v1/people/export'
export const reportOf = (id: string): string => `${API}/${id}/report`

export const readImports = (): Promise<Answer<readonly Import[]>> => ask(API)
/** `api`: where the files are; those of a firm's login are in its own rooms. */
export const readImport = (id: string, api = API): Promise<Answer<Import>> => ask(`${api}/${id}`)
export const readMeanings = (): Promise<Answer<readonly Meaning[]>> => ask(`${API}/columns`)

export function readImportRows(id: string, verdict: string, api = API): Promise<Answer<Page<ImportRow>>> {
  const wanted = new URLSearchParams({ size: '100', ...(verdict === '' ? {} : { verdict }) })
  return ask(`${api}/${id}/rows?${wanted.toString()}`)
}

export const checkImport = (id: string, mapping: Mapping | null, api = API): Promise<Answer<Import>> =>
  post(`${api}/${id}/check`, { mapping })
export const enterImport = (id: string, api = API): Promise<Answer<Import>> => post(`${api}/${id}/apply`, {})
export const undoImport = (id: string): Promise<Answer<Import>> => post(`${API}/${id}/undo`, {})

export function chooseRows(id: string, choice: 'take' | 'keep', rows: readonly number[]): Promise<Answer<Import>> {
  return post(`${API}/${id}/choices`, { choice, rows })
}

export function chooseAll(id: string, choice: 'take' | 'keep', verdict: 'change' | 'double', api = API): Promise<Answer<Import>> {
  return post(`${api}/${id}/choices`, { choice, rows: [], verdict })
}

/** Sends the table and its scans and has them checked; `sent` tells how much of the scans has gone, 0 to 1. */
export async function sendImport(sheet: File, scans: File | null, sent: (share: number) => void, api = API): Promise<Answer<Import>> {
  const made = await post<Import>(api, { name: sheet.name })
  if (!made.ok) return made
  const path = `${api}/${made.data.id}`
  const table = await put(`${path}/sheet`, sheet)
  if (!table.ok) return table
  if (scans !== null) {
    const gone = await sendParts(`${path}/scans`, scans, sent)
    if (!gone.ok) return gone
  }
  return checkImport(made.data.id, null, api)
}

async function sendParts(path: string, file: File, sent: (share: number) => void): Promise<Answer<unknown>> {
  for (let at = 0; at < file.size; at += PART_BYTES) {
    const answer = await put(`${path}?at=${at}`, file.slice(at, at + PART_BYTES))
    if (!answer.ok) return answer
    sent(Math.min(1, (at + PART_BYTES) / file.size))
  }
  return { ok: true, data: null }
}

async function put(path: string, body: Blob): Promise<Answer<unknown>> {
  try {
    const headers = { 'X-CSRFToken': csrfToken(), accept: 'application/json', 'content-type': 'application/octet-stream' }
    const answer = await fetch(path, { method: 'PUT', body, headers })
    const data: unknown = await answer.json().catch(() => null)
    return answer.ok ? { ok: true, data } : { ok: false, problem: problemOf(answer.status, data) }
  } catch {
    return { ok: false, problem: NO_ANSWER }
  }
}
