/** Photos go first, by the hash of their bytes; the command that needs them names the hash. */
import { NO_ANSWER, problemOf } from '@/core/problem'
import { csrfToken } from '@/sync/http'
import type { Answer } from '@/sync/http'
import { heard } from '@/sync/link'

export async function sha256(bytes: ArrayBuffer): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

export const photoUrl = (hash: string): string => `/api/v1/attachments/${hash}`

/** Uploads; `progress` hears fractions. Sending the same bytes again does no harm. */
export function upload(hash: string, photo: Blob, progress: (done: number) => void): Promise<Answer<null>> {
  return new Promise((settled) => {
    const request = new XMLHttpRequest()
    request.open('PUT', photoUrl(hash))
    request.timeout = 60_000
    request.setRequestHeader('X-CSRFToken', csrfToken())
    request.setRequestHeader('content-type', photo.type)
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
      settled(fine ? { ok: true, data: null } : { ok: false, problem: problemOf(request.status, parsed(request)) })
    }
    request.send(photo)
  })
}

function parsed(request: XMLHttpRequest): unknown {
  try {
    return JSON.parse(request.responseText) as unknown
  } catch {
    return null
  }
}
