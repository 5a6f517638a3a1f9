/** Photos go first, by the hash of their bytes; the command that needs them names the hash. */
import { NO_ANSWER, problemOf } from '@/core/problem'
import { ask, csrfToken } from '@/sync/http'
import type { Answer } from '@/sync/http'
import { heard } from '@/sync/link'

export async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export const photoUrl = (hash: string): string => `/api/v1/attachments/${hash}`

/** A photo is sent in parts of this size, so that a line that breaks costs one of them and not the photo. */
const PART_BYTES = 256 * 1024

interface Parts {
  readonly received: number
  readonly whole: boolean
}

/** Uploads; `progress` hears fractions. Sending the same bytes again does no harm, and what has arrived of them
 * before, perhaps days ago, is not sent again. */
export async function upload(hash: string, photo: Blob, progress: (done: number) => void): Promise<Answer<null>> {
  const path = photoUrl(hash)
  if (photo.size <= PART_BYTES) return bare(await sendBytes('PUT', path, photo, progress))
  const known = await ask<Parts>(`${path}/parts`)
  if (!known.ok) return known
  let { received, whole } = known.data
  while (!whole) {
    const [from, end] = [received, Math.min(received + PART_BYTES, photo.size)]
    const answer = await sendBytes('POST', `${path}/parts?offset=${from}&last=${end === photo.size}`, photo.slice(from, end), (done) => {
      progress((from + done * (end - from)) / photo.size)
    })
    if (!answer.ok) return answer
    ;({ received, whole } = answer.data as Parts)
  }
  return { ok: true, data: null }
}

/** Uploads a file as it is; its hash is its name from then on. */
export async function uploadFile(file: Blob, progress: (done: number) => void = () => undefined): Promise<Answer<string>> {
  const hash = await sha256(await file.arrayBuffer())
  const answer = await upload(hash, file, progress)
  return answer.ok ? { ok: true, data: hash } : answer
}

const bare = (answer: Answer<unknown>): Answer<null> => (answer.ok ? { ok: true, data: null } : answer)

/** A part of a photo over a thin line takes its time; longer than this nobody answers. */
const PATIENCE_MS = 60_000

/** One request with a body of bytes. */
export function sendBytes(method: string, path: string, body: Blob, progress: (done: number) => void): Promise<Answer<unknown>> {
  return typeof XMLHttpRequest === 'undefined' ? fetched(method, path, body) : watched(method, path, body, progress)
}

/** Where nobody watches: the worker, after the page was closed. */
async function fetched(method: string, path: string, body: Blob): Promise<Answer<unknown>> {
  const headers = { 'X-CSRFToken': csrfToken(), 'content-type': body.type || 'application/octet-stream' }
  try {
    const answer = await fetch(path, { method, headers, body, signal: AbortSignal.timeout(PATIENCE_MS) })
    const told: unknown = await answer.json().catch(() => null)
    return answer.ok ? { ok: true, data: told } : { ok: false, problem: problemOf(answer.status, told) }
  } catch {
    return { ok: false, problem: NO_ANSWER }
  }
}

/** Only this kind tells how far it has come. */
function watched(method: string, path: string, body: Blob, progress: (done: number) => void): Promise<Answer<unknown>> {
  return new Promise((settled) => {
    const request = new XMLHttpRequest()
    request.open(method, path)
    request.timeout = PATIENCE_MS
    request.setRequestHeader('X-CSRFToken', csrfToken())
    request.setRequestHeader('content-type', body.type || 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => {
      progress(total > 0 ? loaded / total : 0)
    }
    const lost = (): void => {
      heard(false)
      settled({ ok: false, problem: NO_ANSWER })
    }
    request.onerror = lost
    request.ontimeout = lost
    request.onload = () => {
      heard(true)
      const fine = request.status >= 200 && request.status < 300
      const told = parsed(request)
      settled(fine ? { ok: true, data: told } : { ok: false, problem: problemOf(request.status, told) })
    }
    request.send(body)
  })
}

function parsed(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText) as unknown
  } catch {
    return null
  }
}
