/** What the archive found, and when the evidence was looked through. */
import type { components } from '@/core/api'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

type Shapes = components['schemas']
export type Archive = Shapes['ArchiveOut']
export type EvidenceWatch = Shapes['WatchOut']
export type Mismatch = Shapes['MismatchOut']

const API = '/api/v1'

export function searchArchive(wanted: Readonly<Record<string, string>>): Promise<Answer<Archive>> {
  return ask(`${API}/archive?${new URLSearchParams(wanted).toString()}`)
}

export const readEvidenceWatch = (): Promise<Answer<EvidenceWatch>> => ask(`${API}/evidence/watch`)
