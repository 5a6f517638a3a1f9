/** What the screens ask of contractors. */
import type {
  Admission, AdmissionDraft, Ban, FirmFile, FirmLine, FirmPaper, FirmViolation, FirmViolationDraft, FirmViolations, PaperDraft, PaperKind,
} from '@/core/contractors'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

const API = '/api/v1/contractors'

export const readContractors = (): Promise<Answer<readonly FirmLine[]>> => ask(API)
export const readFirmFile = (firm: string): Promise<Answer<FirmFile>> => ask(`${API}/${encodeURIComponent(firm)}`)
export const readPaperKinds = (): Promise<Answer<readonly PaperKind[]>> => ask(`${API}/papers`)
export const keepPaper = (paper: string | null, draft: PaperDraft): Promise<Answer<FirmPaper>> =>
  paper === null
    ? post(`${API}/papers`, draft)
    : ask(`${API}/papers/${encodeURIComponent(paper)}`, { method: 'PATCH', body: JSON.stringify(draft) })
export const shutOut = (firm: string, why: string): Promise<Answer<Ban>> => post(`${API}/bans`, { firm_id: firm, why })
export const letInAgain = (ban: string, why: string): Promise<Answer<Ban>> =>
  post(`${API}/bans/${encodeURIComponent(ban)}/lift`, { why })
export const admit = (draft: AdmissionDraft): Promise<Answer<Admission>> => post(`${API}/admissions`, draft)
export const withdrawAdmission = (admission: string, why: string): Promise<Answer<Admission>> =>
  post(`${API}/admissions/${encodeURIComponent(admission)}/withdraw`, { why })
export const readFirmViolations = (firm: string): Promise<Answer<FirmViolations>> => ask(`${API}/${firm}/violations`)
export const violationsSheet = (firm: string): string => `${API}/${firm}/violations.xlsx`
export const recordFirmViolation = (draft: FirmViolationDraft): Promise<Answer<FirmViolation>> => post(`${API}/violations`, draft)
export const withdrawFirmViolation = (id: string, why: string): Promise<Answer<FirmViolation>> =>
  post(`${API}/violations/${encodeURIComponent(id)}/withdraw`, { why })
