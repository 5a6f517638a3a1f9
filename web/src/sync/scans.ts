/** Has the picture of a document read: proposals for a form, nothing is entered by it. */
import type { components } from '@/core/api'
import { uploadFile } from '@/sync/attachments'
import { post } from '@/sync/http'
import type { Answer } from '@/sync/http'

export type ScanField = components['schemas']['ScanField']
type Told = components['schemas']['ScanOut']
export type Kind = NonNullable<components['schemas']['ScanIn']['document']>
/** What was told of a picture, and the name under which the picture is kept. */
export type Scan = Told & { readonly sha256: string }

/** What stands on an uploaded picture. `person`: whom it should belong to, where that is known. */
export async function askScan(sha256: string, document: Kind, person: string): Promise<Answer<Scan>> {
  const asked = { sha256, document, ...(person === '' ? {} : { person_id: person }) }
  const told = await post<Told>('/api/v1/scans', asked)
  return told.ok ? { ok: true, data: { ...told.data, sha256 } } : told
}

/** Uploads the picture and asks what stands on it. */
export async function readScan(picture: Blob, document: Kind, person: string): Promise<Answer<Scan>> {
  const kept = await uploadFile(picture)
  return kept.ok ? askScan(kept.data, document, person) : kept
}
