/* eslint-disable */
/** Bodies of permit commands, one member a kind. Written by `npm run contracts` from commands.json; never by hand. */

export type _Code = string
export type _Uuid = string
export type _Instant = string
export type _Sha256 = string

export interface PermitCommands {
  draft: Draft
  amend: Amend
  submit: Submit
  link: Link
  name_coordinator: NameCoordinator
  sign_crossing: SignCrossing
  withdraw: Withdraw
  confirm_hazard: ConfirmHazard
  add_hazard: AddHazard
  answer_measure: AnswerMeasure
  record_value: RecordValue
  plan_ventilation: PlanVentilation
  switch_ventilation: SwitchVentilation
  record_round: RecordRound
  take_round: TakeRound
  give_briefing: GiveBriefing
  sign_briefing: SignBriefing
  sign_stage: SignStage
  return_to_draft: ReturnToDraft
  refuse: Refuse
  return_to_stage: ReturnToStage
  add_signer: AddSigner
  transfer_decision: TransferDecision
  recall_to_draft: RecallToDraft
  copy_to: CopyTo
  mark_read: MarkRead
  review_urgent: ReviewUrgent
  check_in: CheckIn
  ask_for: AskFor
  record_call: RecordCall
  verify_ticket: VerifyTicket
  five_checks: FiveChecks
  start: Start
  guard_round: GuardRound
  enter_space: EnterSpace
  leave_space: LeaveSpace
  add_photo: AddPhoto
  nudge: Nudge
  add_voice: AddVoice
  pause: Pause
  take_back: TakeBack
  stop: Stop
  sos: Sos
  receive_pause: ReceivePause
  confirm_stopped: ConfirmStopped
  report_change: ReportChange
  resolve_cause: ResolveCause
  stand_by: StandBy
  resume: Resume
  void: Void
  request_cancel: RequestCancel
  approve_cancel: ApproveCancel
  assign: Assign
  unassign: Unassign
  offer_duty: OfferDuty
  take_duty: TakeDuty
  sign_shift: SignShift
  finish: Finish
  check_residual_fire: CheckResidualFire
  accept: Accept
  reject_work: RejectWork
  rectify: Rectify
  confirm_clear: ConfirmClear
  hand_over_place: HandOverPlace
  capture_entry: CaptureEntry
  confirm_capture: ConfirmCapture
  print_sheet: PrintSheet
  tick: Tick
  recall_basis: RecallBasis
  bar_person: BarPerson
  freeze_work: FreezeWork
  heed_episode: HeedEpisode
}
export interface Draft {
  type:
    | 'hot'
    | 'confined'
    | 'blind'
    | 'height'
    | 'lifting'
    | 'power'
    | 'digging'
    | 'road'
    | 'maintenance'
    | 'electrical'
    | 'leak_sealing'
    | 'cleanroom'
    | 'fixed_hot_zone'
  template?: _Code
  place: {
    site: _Uuid
    area: _Uuid
    point: _Uuid
    equipment?: _Uuid
  }
  window: {
    from: _Instant
    to: _Instant
  }
  applicant?: _Uuid
  crew?: {
    responsible?: _Uuid
    guardian?: _Uuid
    briefer?: _Uuid
    /**
     * @maxItems 50
     */
    workers?: _Uuid[]
    /**
     * @maxItems 10
     */
    analysts?: _Uuid[]
    /**
     * @maxItems 10
     */
    confirmers?: _Uuid[]
  }
  work?: {
    [k: string]: boolean | string | number | string[]
  }
  content?: string
  remark?: string
  /**
   * @maxItems 20
   */
  photos?: _Sha256[]
  plan?: {
    kind: 'booking' | 'order'
    id: _Uuid
  }
  /**
   * The work is to go on without signal, with check calls (S17).
   */
  untethered?:
    | {
        /**
         * Number of the local detector that goes with the crew.
         */
        detector: string
      }
    | false
  /**
   * the approved work plan that the work follows
   */
  scheme?: {
    id: _Uuid
    version: number
  }
  /**
   * @maxItems 10
   */
  links?: _Uuid[]
  level?: _Code
  contractor?: _Uuid
  /**
   * 抢修: shorter deadlines, the same signatures, and a review owed afterwards (S20).
   */
  urgent?: boolean
  urgent_reason?: string
}
export interface Amend {
  place?: {
    site: _Uuid
    area: _Uuid
    point: _Uuid
    equipment?: _Uuid
  }
  window?: {
    from: _Instant
    to: _Instant
  }
  crew?: {
    responsible?: _Uuid
    guardian?: _Uuid
    briefer?: _Uuid
    /**
     * @maxItems 50
     */
    workers?: _Uuid[]
    /**
     * @maxItems 10
     */
    analysts?: _Uuid[]
    /**
     * @maxItems 10
     */
    confirmers?: _Uuid[]
  }
  work?: {
    [k: string]: boolean | string | number | string[]
  }
  content?: string
  remark?: string
  /**
   * @maxItems 20
   */
  photos?: _Sha256[]
  plan?: {
    kind: 'booking' | 'order'
    id: _Uuid
  }
  /**
   * The work is to go on without signal, with check calls (S17).
   */
  untethered?:
    | {
        /**
         * Number of the local detector that goes with the crew.
         */
        detector: string
      }
    | false
  /**
   * the approved work plan that the work follows
   */
  scheme?: {
    id: _Uuid
    version: number
  }
  /**
   * @maxItems 10
   */
  links?: _Uuid[]
  level?: _Code
  contractor?: _Uuid
  /**
   * 抢修: shorter deadlines, the same signatures, and a review owed afterwards (S20).
   */
  urgent?: boolean
  urgent_reason?: string
}
export interface Submit {}
export interface Link {
  permit: _Uuid
}
export interface NameCoordinator {
  person: _Uuid
}
export interface SignCrossing {
  /**
   * @minItems 1
   * @maxItems 50
   */
  permits: _Uuid[]
  /**
   * @maxItems 40
   */
  items: _Code[]
  analysis: string
  /**
   * a photo of the signer taken for this signature; needed when a device and a PIN prove who he is
   */
  face?: string
  /**
   * Handwritten strokes as JSON text (signature_pad point groups); kept beside the chain, only its salted hash is in the event.
   */
  signature: string
}
export interface Withdraw {
  reason: string
}
export interface ConfirmHazard {
  row: _Code
  applies: boolean
  /**
   * @maxItems 20
   */
  controls?: _Code[]
  /**
   * By factor of the pinned scale its value without controls; left out, what is proposed counts
   */
  before?: {
    [k: string]: string
  }
  /**
   * The same with the controls
   */
  after?: {
    [k: string]: string
  }
  /**
   * Why a factor is milder than proposed
   */
  reason?: string
}
export interface AddHazard {
  text: string
  controls?: string
}
export interface AnswerMeasure {
  measure: _Code
  applies: boolean
  values?: {
    [k: string]: string
  }
  photo?: _Sha256
}
export interface RecordValue {
  record: _Code
  /**
   * Decimal text in the unit of the record; absent for a check.
   */
  value?: string
  /**
   * Of a check: found good.
   */
  passed?: boolean
  photo?: _Sha256
}
export interface PlanVentilation {
  /**
   * cubic metres
   */
  volume_m3: string
  flow: {
    value: string
    unit: 'm3/h' | 'm3/min' | 'm3/s' | 'L/s' | 'CFM'
  }
  duct: _Code
  work: _Code
  /**
   * @minItems 1
   * @maxItems 20
   */
  residues: {
    substance: _Code
    value: {
      value: string
      unit: '%vol' | '%LEL' | 'ppm' | 'mg/m3'
    }
  }[]
  history?: {
    substance: _Code
    unit: '%vol' | '%LEL' | 'ppm' | 'mg/m3'
    flow: {
      value: string
      unit: 'm3/h' | 'm3/min' | 'm3/s' | 'L/s' | 'CFM'
    }
    /**
     * @minItems 1
     * @maxItems 100
     */
    readings: {
      at: _Instant
      value: string
    }[]
  }
  /**
   * how long the applicant means to ventilate
   */
  asked_s?: number
  unit_sure?: boolean
}
export interface SwitchVentilation {
  running: boolean
  photo?: _Sha256
}
export interface RecordRound {
  /**
   * @minItems 1
   * @maxItems 60
   */
  readings: {
    point: _Code
    substance: _Code
    value: {
      value: string
      unit: '%vol' | '%LEL' | 'ppm' | 'mg/m3'
    }
    sampled_at: _Instant
    instrument?: string
    photo?: _Sha256
    source?: 'manual' | 'meter'
  }[]
  round?: _Uuid
}
/**
 * The server takes the last reading of this instrument; its numbers are not in the command.
 */
export interface TakeRound {
  instrument: _Uuid
  point: _Code
  round?: _Uuid
}
export interface GiveBriefing {
  /**
   * @minItems 1
   * @maxItems 40
   */
  items: _Code[]
  voice?: _Sha256
}
export interface SignBriefing {
  /**
   * Handwritten strokes as JSON text (signature_pad point groups); kept beside the chain, only its salted hash is in the event.
   */
  signature: string
}
export interface SignStage {
  stage: _Code
  opinion?: string
  /**
   * @maxItems 40
   */
  confirmed: _Code[]
  /**
   * a photo of the signer taken for this signature; needed when a device and a PIN prove who he is
   */
  face?: string
  /**
   * Handwritten strokes as JSON text (signature_pad point groups); kept beside the chain, only its salted hash is in the event.
   */
  signature?: string
}
export interface ReturnToDraft {
  reason: string
}
export interface Refuse {
  reason: string
}
export interface ReturnToStage {
  stage: _Code
  reason: string
}
export interface AddSigner {
  post: _Code
  reason: string
}
export interface TransferDecision {
  to: _Uuid
  reason: string
}
export interface RecallToDraft {
  reason: string
}
export interface CopyTo {
  /**
   * @maxItems 20
   */
  persons?: _Uuid[]
  /**
   * @maxItems 20
   */
  posts?: _Code[]
}
export interface MarkRead {}
export interface ReviewUrgent {
  finding: 'justified' | 'unjustified' | 'irregular'
  note: string
}
export interface CheckIn {}
export interface AskFor {
  /**
   * The step that makes work live and that the person would take.
   */
  what:
    | 'sign_stage'
    | 'sign_crossing'
    | 'verify_ticket'
    | 'start'
    | 'enter_space'
    | 'resolve_cause'
    | 'stand_by'
    | 'resume'
    | 'take_duty'
}
export interface RecordCall {
  /**
   * Who called: the guardian or the responsible person.
   */
  person: string
  /**
   * Whether he said that all is well; false stops the work.
   */
  well: boolean
  notes?: string
}
export interface VerifyTicket {
  /**
   * a photo of the signer taken for this signature; needed when a device and a PIN prove who he is
   */
  face?: string
  /**
   * Handwritten strokes as JSON text (signature_pad point groups); kept beside the chain, only its salted hash is in the event.
   */
  signature?: string
}
export interface FiveChecks {
  ventilation: boolean
  isolation: boolean
  detection: boolean
  protection: boolean
  communication: boolean
}
export interface Start {
  scan?: string
  held_ms: number
}
export interface GuardRound {
  notes?: string
  photo?: _Sha256
  voice?: _Sha256
}
export interface EnterSpace {
  person?: _Uuid
  /**
   * what kind of tool and which one; no names or numbers of people, for it stands in the record for ever
   */
  tool?: string
  /**
   * He, or the tool, is registered as inside, came out and goes in once more; the way out waits in a phone.
   */
  again?: true
}
export interface LeaveSpace {
  person?: _Uuid
  /**
   * what kind of tool and which one; no names or numbers of people, for it stands in the record for ever
   */
  tool?: string
}
export interface AddPhoto {
  photo: _Sha256
  purpose: _Code
}
export interface Nudge {}
export interface AddVoice {
  voice: _Sha256
  about: 'request' | 'stop'
}
export interface Pause {
  cause: 'break' | 'anomaly' | 'gas'
  reason?: string
}
export interface TakeBack {
  cause: 'guardian_left' | 'violation'
  reason?: string
}
export interface Stop {
  reason?: string
}
export interface Sos {}
export interface ReceivePause {}
export interface ConfirmStopped {}
export interface ReportChange {
  kind: 'process' | 'condition' | 'method' | 'environment'
  what?: string
}
export interface ResolveCause {
  cause: string
  changed?: boolean
  note?: string
}
export interface StandBy {}
export interface Resume {
  changed: boolean
}
export interface Void {
  reason: string
}
export interface RequestCancel {
  reason: string
}
export interface ApproveCancel {}
export interface Assign {
  duty: 'worker' | 'analyst' | 'confirmer'
  person: _Uuid
}
export interface Unassign {
  duty: 'worker' | 'analyst' | 'confirmer'
  person: _Uuid
}
export interface OfferDuty {
  duty: 'responsible' | 'guardian'
  to: _Uuid
}
export interface TakeDuty {
  duty: 'responsible' | 'guardian'
}
export interface SignShift {
  side: 'outgoing' | 'incoming'
  /**
   * a photo of the signer taken for this signature; needed when a device and a PIN prove who he is
   */
  face?: string
  /**
   * Handwritten strokes as JSON text (signature_pad point groups); kept beside the chain, only its salted hash is in the event.
   */
  signature?: string
}
export interface Finish {}
export interface CheckResidualFire {
  photo: _Sha256
  clear: boolean
}
export interface Accept {
  /**
   * @maxItems 30
   */
  items: _Code[]
  /**
   * @maxItems 20
   */
  photos: _Sha256[]
  /**
   * a photo of the signer taken for this signature; needed when a device and a PIN prove who he is
   */
  face?: string
  /**
   * Handwritten strokes as JSON text (signature_pad point groups); kept beside the chain, only its salted hash is in the event.
   */
  signature?: string
}
export interface RejectWork {
  /**
   * @minItems 1
   * @maxItems 20
   */
  items: {
    text: string
    due: _Instant
  }[]
}
export interface Rectify {
  item: _Code
  photo?: _Sha256
}
export interface ConfirmClear {
  /**
   * @maxItems 5
   */
  items: ('stopped' | 'register' | 'fire' | 'isolation' | 'site_safe')[]
  photo: _Sha256
  /**
   * a photo of the signer taken for this signature; needed when a device and a PIN prove who he is
   */
  face?: string
  /**
   * Handwritten strokes as JSON text (signature_pad point groups); kept beside the chain, only its salted hash is in the event.
   */
  signature?: string
}
export interface HandOverPlace {
  permit: _Uuid
}
export interface CaptureEntry {
  sheet: number
  what: 'gas' | 'guard_round' | 'value' | 'stop' | 'entry' | 'exit' | 'signature' | 'acceptance' | 'other'
  /**
   * Who wrote it on the sheet.
   */
  wrote: string
  /**
   * Of a way in or out: who went.
   */
  person?: string
  /**
   * The time that stands on the sheet.
   */
  written_at: string
  /**
   * Photos of the sheet.
   *
   * @minItems 1
   * @maxItems 6
   */
  photos: _Sha256[]
  /**
   * Of a round, a value or an acceptance: found in order.
   */
  good?: boolean
  /**
   * @minItems 1
   * @maxItems 60
   */
  readings?: {
    point: _Code
    substance: _Code
    /**
     * As it stands on the sheet. What is no number or no unit of gas counts as bad.
     */
    value: {
      value: string
      unit: string
    }
  }[]
  /**
   * What else stands there.
   */
  text?: string
}
export interface ConfirmCapture {
  entry: number
  /**
   * Whether the entry says what the photo of the sheet says.
   */
  agrees: boolean
  /**
   * Who it was, of a way in without a name.
   */
  person?: string
  /**
   * Of a way in without a name: everybody was counted, and nobody is inside.
   */
  counted?: true
}
export interface PrintSheet {
  /**
   * form: the ticket as it stands now. fill: lines to be filled by hand.
   */
  purpose: 'form' | 'fill'
}
export interface Tick {}
export interface RecallBasis {}
export interface BarPerson {
  person: _Uuid
  reason: string
}
export interface FreezeWork {
  area: _Uuid
}
export interface HeedEpisode {
  episode: _Code
  step: 'opened' | 'worsened' | 'closed'
  rule: _Code
  instrument: _Uuid
  since: _Instant
  taken: _Instant
  channel?: _Code
  value?: {
    value: string
    unit: string
  }
  limit?: {
    value: string
    unit: string
  }
  side?: 'over' | 'below' | 'at' | 'inside' | 'outside'
  reason?: _Code
  pause?: 'gas' | 'anomaly' | 'sos' | 'watch_gap'
  alarm?: _Code
  person?: _Uuid
  point?: _Code
  level?: number
  late?: boolean
  place?: {
    lat: number
    lon: number
    accuracy_m?: number
  }
}
