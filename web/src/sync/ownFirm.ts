/** What the rooms of a contractor ask, and what the plant decides on what a firm handed in. */
import type {
  FirmLogin, OwnAdmissionDraft, OwnCertificateDraft, OwnChoices, OwnFirm, OwnPaperDraft, OwnPerson, OwnPersonDraft,
  OwnNotice, OwnPermit, OwnViolation, Submission, SubmissionDecided, Submitted,
} from '@/core/ownFirm'
import { sendBytes, sha256 } from '@/sync/attachments'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'
import type { Import } from '@/sync/imports'

const API = '/api/v1/own-firm'
const PLANT = '/api/v1/contractors'
export const OWN_IMPORTS = `${API}/imports`
export const OWN_TEMPLATE = `${OWN_IMPORTS}/template`

interface Paged<T> {
  readonly items: readonly T[]
  readonly total: number
}

export const readOwnFirm = (): Promise<Answer<OwnFirm>> => ask(API)
export const readChoices = (): Promise<Answer<OwnChoices>> => ask(`${API}/choices`)
export const readOwnPeople = (q: string): Promise<Answer<Paged<OwnPerson>>> =>
  ask(`${API}/people?size=200&q=${encodeURIComponent(q)}`)
export const readHanded = (): Promise<Answer<Paged<Submission>>> => ask(`${API}/submissions?size=100`)
export const addOwnPerson = (draft: OwnPersonDraft): Promise<Answer<OwnPerson>> => post(`${API}/people`, draft)
export const tellLeft = (person: string): Promise<Answer<OwnPerson>> => post(`${API}/people/${person}/leave`, {})
export const handInPaper = (draft: OwnPaperDraft): Promise<Answer<Submission>> => post(`${API}/papers`, draft)
export const handInCertificate = (draft: OwnCertificateDraft): Promise<Answer<Submission>> => post(`${API}/certificates`, draft)
export const askAdmission = (draft: OwnAdmissionDraft): Promise<Answer<Submission>> => post(`${API}/admissions`, draft)
export const takeBack = (submission: string): Promise<Answer<Submission>> =>
  post(`${API}/submissions/${submission}/take-back`, {})
export const scanUrl = (hash: string): string => `${API}/scans/${hash}`

/** Sends a picture of a paper; its hash is its name from then on. */
export async function sendScan(file: Blob): Promise<Answer<string>> {
  const hash = await sha256(await file.arrayBuffer())
  const answer = await sendBytes('PUT', scanUrl(hash), file, () => undefined)
  return answer.ok ? { ok: true, data: hash } : answer
}

export const takeBackImport = (id: string): Promise<Answer<Import>> => post(`${OWN_IMPORTS}/${id}/take-back`, {})
export const readOwnViolations = (): Promise<Answer<readonly OwnViolation[]>> => ask(`${API}/violations`)
export const answerViolation = (id: string, answer: string): Promise<Answer<OwnViolation>> =>
  post(`${API}/violations/${id}/answer`, { answer })
export const readOwnPermits = (): Promise<Answer<readonly OwnPermit[]>> => ask(`${API}/permits`)
export const readOwnNotices = (): Promise<Answer<readonly OwnNotice[]>> => ask(`${API}/notices`)

export const readSubmitted = (firm: string): Promise<Answer<Paged<Submitted>>> =>
  ask(`${PLANT}/submissions?size=200&state=waiting&firm_id=${firm}`)
export const confirmSubmitted = (id: string): Promise<Answer<Submitted>> => post(`${PLANT}/submissions/${id}/confirm`, {})
export const confirmSeen = (rows: readonly Submitted[]): Promise<Answer<readonly SubmissionDecided[]>> =>
  post(`${PLANT}/submissions/confirm`, { rows: rows.map(({ id, doubts }) => ({ submission_id: id, doubts: doubts.map(({ code }) => code) })) })
export const refuseSubmitted = (id: string, why: string): Promise<Answer<Submitted>> =>
  post(`${PLANT}/submissions/${id}/refuse`, { why })
export const readFirmLogins = (firm: string): Promise<Answer<readonly FirmLogin[]>> => ask(`${PLANT}/${firm}/logins`)
export const giveFirmLogin = (firm: string, draft: object): Promise<Answer<FirmLogin>> => post(`${PLANT}/${firm}/logins`, draft)
export const endFirmLogin = (login: string): Promise<Answer<FirmLogin>> => post(`${PLANT}/logins/${login}/end`, {})
