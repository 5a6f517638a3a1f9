/** Where on the phone a command is given, and where a missing condition is put right. */
import type { Kind } from '@/core/envelope'
import { RECORDING, STOPPING } from '@/core/lifecycle'

export const STEPS = [
  'amend',
  'submit',
  'link',
  'conflicts',
  'hazards',
  'measures',
  'record',
  'ventilation',
  'gas',
  'brief',
  'sign',
  'route',
  'review',
  'check_in',
  'verify',
  'checks',
  'start',
  'round',
  'call',
  'register',
  'pause',
  'stopped',
  'finish',
  'fire',
  'accept',
  'rectify',
  'clear',
  'paper',
  'shift',
  'duty',
  'people',
  'change',
  'photo',
  'end',
] as const
export type Step = (typeof STEPS)[number]

export function isStep(value: unknown): value is Step {
  return STEPS.includes(value as Step)
}

const BY_STEP: Readonly<Partial<Record<Step, readonly Kind[]>>> = {
  amend: ['amend'],
  submit: ['submit'],
  link: ['link'],
  conflicts: ['name_coordinator', 'sign_crossing'],
  hazards: ['confirm_hazard', 'add_hazard'],
  measures: ['answer_measure'],
  record: ['record_value'],
  ventilation: ['plan_ventilation', 'switch_ventilation'],
  gas: ['record_round', 'take_round'],
  brief: ['give_briefing', 'sign_briefing'],
  sign: ['sign_stage', 'return_to_draft', 'refuse'],
  route: ['copy_to', 'mark_read', 'recall_to_draft', 'add_signer', 'transfer_decision', 'return_to_stage'],
  review: ['review_urgent'],
  check_in: ['check_in'],
  verify: ['verify_ticket'],
  checks: ['five_checks'],
  start: ['start'],
  round: ['guard_round'],
  call: ['record_call'],
  register: ['enter_space', 'leave_space'],
  pause: ['pause', 'take_back'],
  stopped: ['receive_pause', 'confirm_stopped', 'resolve_cause', 'stand_by', 'resume', 'approve_cancel'],
  finish: ['finish'],
  fire: ['check_residual_fire'],
  accept: ['accept', 'reject_work'],
  rectify: ['rectify'],
  clear: ['confirm_clear', 'hand_over_place'],
  paper: ['confirm_capture'],
  shift: ['sign_shift'],
  duty: ['offer_duty', 'take_duty'],
  people: ['assign', 'unassign'],
  change: ['report_change'],
  photo: ['add_photo'],
  end: ['withdraw', 'request_cancel', 'void'],
}

const STEP_OF = new Map(STEPS.flatMap((step) => (BY_STEP[step] ?? []).map((kind): [Kind, Step] => [kind, step])))

/** The screen of a command; null for those given by anybody anywhere (stop, sos) or by no person (draft, tick). */
export function stepOf(kind: Kind): Step | null {
  return STEP_OF.get(kind) ?? null
}

/** The commands of a screen that only the server can take: without a connection they are not given. */
export function onlineKinds(step: Step, signs: boolean): readonly Kind[] {
  return (BY_STEP[step] ?? []).filter((kind) => !STOPPING.has(kind) && !(signs && RECORDING.has(kind)))
}

/** The remedy codes of the rule packs (`needs`) that a person can act on here and now. */
const REMEDY: Readonly<Record<string, Step>> = {
  approval: 'sign',
  briefing: 'brief',
  certificate: 'people',
  check_call: 'call',
  check_in: 'check_in',
  checks: 'checks',
  clearance: 'clear',
  conflicts: 'conflicts',
  crossing: 'conflicts',
  fire_check: 'fire',
  five_checks: 'checks',
  gas_curve: 'gas',
  gas_round: 'gas',
  guard_round: 'round',
  guardian: 'duty',
  jsa: 'hazards',
  level: 'amend',
  link: 'link',
  measures: 'measures',
  people: 'people',
  place: 'amend',
  records: 'record',
  plan_work: 'amend',
  register: 'register',
  route: 'route',
  sign_shift: 'shift',
  ventilation: 'ventilation',
  verify_ticket: 'verify',
  window: 'amend',
  work: 'amend',
}

/** Remedies that nobody can do on this screen; their button explains instead. */
export const WAITING: ReadonlySet<string> = new Set([
  'calendar',
  'fixed_zone',
  'isolation',
  'plan',
  'video',
  'wait',
  'weather',
])

export function remedyStep(code: string | null): Step | null {
  return code === null ? null : (REMEDY[code] ?? null)
}

/** Screens worth opening for everybody, though he may give no command there. */
const TO_READ: ReadonlySet<Step> = new Set<Step>(['conflicts'])

/** The ways of a remedy, checked against what the person may do: a step he may not take is no way out for him. */
export function openRemedy(code: string | null, commands: readonly Kind[]): Step | null {
  const step = remedyStep(code)
  if (step === null || TO_READ.has(step)) return step
  return (BY_STEP[step] ?? []).some((kind) => commands.includes(kind)) ? step : null
}
