/** What the archive found, and when the evidence was looked through. */
import type { components } from '@/core/api'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

type Shapes = components['schemas']
export type Archive = Shapes['ArchiveOut']
export type EvidenceWatch = Shapes['WatchOut']
export type Mismatch = Shapes['MismatchOut']
export type LegalHold = Shapes['HoldOut']
export type Erasure = Shapes['ErasureOut']
export type ErasurePreview = Shapes['PreviewOut']
export type DueList = Shapes['DueOut']
export type DueItem = Shapes['DueItemOut']
export type Retention = Shapes['RetentionOut']

const API = '/api/v1'

export function searchArchive(wanted: Readonly<Record<string, string>>): Promise<Answer<Archive>> {
  return ask(`${API}/archive?${new URLSearchParams(wanted).toString()}`)
}

export const readEvidenceWatch = (): Promise<Answer<EvidenceWatch>> => ask(`${API}/evidence/watch`)

export const readHolds = (): Promise<Answer<readonly LegalHold[]>> => ask(`${API}/keeping/holds`)
export const readErasures = (): Promise<Answer<readonly Erasure[]>> => ask(`${API}/keeping/erasures`)
export const readErasurePreview = (person: string): Promise<Answer<ErasurePreview>> => ask(`${API}/keeping/people/${person}`)
export const readDue = (wanted: Readonly<Record<string, string>>): Promise<Answer<DueList>> =>
  ask(`${API}/keeping/due?${new URLSearchParams(wanted).toString()}`)
export const readRetention = (): Promise<Answer<Retention>> => ask(`${API}/keeping/rules`)
