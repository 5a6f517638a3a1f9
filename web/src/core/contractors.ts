/** Contractors as the screens read them. */
import type { components } from '@/core/api'

type Shapes = components['schemas']
export type FirmLine = Shapes['FirmLine']
export type FirmFile = Shapes['FirmFileOut']
export type PaperKind = Shapes['FirmPaperKind']
export type FirmPaper = Shapes['FirmPaperOut']
export type PaperDraft = Shapes['FirmPaperIn']
export type Ban = Shapes['FirmBanOut']
export type Admission = Shapes['AdmissionOut']
export type FirmViolation = Shapes['FirmViolationOut']
export type FirmViolationDraft = Shapes['FirmViolationIn']
export type FirmViolations = Shapes['FirmViolationsOut']
export type AdmissionDraft = Shapes['AdmissionIn']

/** What keeps the people of a firm from work, or will: shut out, a paper is missing or over, or nothing. */
export function firmStanding(firm: FirmLine): 'banned' | 'lacking' | 'good' {
  if (firm.banned) return 'banned'
  return firm.lacking.length > 0 ? 'lacking' : 'good'
}
