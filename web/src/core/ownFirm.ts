/** A contractor's own rooms as its login reads them. */
import type { components } from '@/core/api'

type Shapes = components['schemas']
export type OwnFirm = Shapes['OwnFirmOut']
export type OwnChoices = Shapes['OwnChoices']
export type OwnPerson = Shapes['OwnPersonOut']
export type OwnPersonDraft = Shapes['OwnPersonIn']
export type OwnPaperDraft = Shapes['OwnPaperIn']
export type OwnCertificateDraft = Shapes['OwnCertificateIn']
export type OwnAdmissionDraft = Shapes['OwnAdmissionIn']
export type Submission = Shapes['SubmissionOut']
export type Submitted = Shapes['SubmittedOut']
export type SubmissionDecided = Shapes['SubmissionDecided']
export type OwnViolation = Shapes['OwnViolationOut']
export type OwnPermit = Shapes['OwnPermitOut']
export type OwnNotice = Shapes['OwnNoticeOut']
export type FirmLogin = Shapes['FirmLoginOut']

const ORDER: Readonly<Record<Submission['state'], number>> = { refused: 0, waiting: 1, confirmed: 2, taken_back: 3 }

/** What somebody must do something about first: refused, then waiting, then what is over. */
export function pressing(found: readonly Submission[]): readonly Submission[] {
  return [...found].sort((one, other) => ORDER[one.state] - ORDER[other.state])
}

/** What may be confirmed with others: not who is to be let in, nor what cannot be confirmed as it is. */
export const confirmable = (one: Submitted): boolean => one.may_decide && one.kind !== 'admission' && !one.doubts.some(({ stops }) => stops)

/** Without anything to look at: that his person waits beside it is no doubt about a certificate. */
export const undoubted = (one: Submitted): boolean => confirmable(one) && one.doubts.every(({ code }) => code === 'person_waits')

/** Those who lack most first: they are why the officer is here. */
export function lackingFirst(people: readonly OwnPerson[]): readonly OwnPerson[] {
  return [...people].sort((one, other) => other.missing.length - one.missing.length)
}
