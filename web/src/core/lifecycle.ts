/** What the phone must know of the lifecycle before the server answers. The server judges; a test holds this to it. */
import type { Kind } from '@/core/envelope'

export const STATES = [
  'draft',
  'submitted',
  'issued',
  'active',
  'paused',
  'finished',
  'closed',
  'voided',
  'withdrawn',
] as const
export type State = (typeof STATES)[number]
export type Clearance = 'none' | 'open' | 'confirmed'

/** They act at once, offline too, and nothing may stand in their way. */
export const STOPPING: ReadonlySet<Kind> = new Set<Kind>([
  'pause',
  'take_back',
  'stop',
  'sos',
  'leave_space',
  'confirm_stopped',
  'report_change',
  'request_cancel',
  'freeze_work',
  'recall_basis',
  'bar_person',
  'heed_episode',
])

/** They say more in somebody's name than stop: that people are out, that work stands still, that something changed, that
    the permit is to be withdrawn. A shared terminal proves them like all else; a bare stop asks nothing. */
export const TELLING: ReadonlySet<Kind> = new Set<Kind>(['leave_space', 'confirm_stopped', 'report_change', 'request_cancel'])

/** After these nobody goes on, though the server has not heard of them yet: a stop acts where it is given (S16). */
export const HALTING: ReadonlySet<Kind> = new Set<Kind>([
  'pause',
  'take_back',
  'stop',
  'sos',
  'report_change',
  'request_cancel',
])

/** They make work live: without a connection they are only asked for. */
export const LIVE: ReadonlySet<Kind> = new Set<Kind>([
  'sign_stage',
  'sign_crossing',
  'verify_ticket',
  'start',
  'enter_space',
  'link',
  'resolve_cause',
  'stand_by',
  'resume',
  'take_duty',
])

/** They tell what was seen or done: a phone that signs writes them down without a connection, and they wait. */
export const RECORDING: ReadonlySet<Kind> = new Set<Kind>([
  'add_photo',
  'add_voice',
  'answer_measure',
  'ask_for',
  'check_in',
  'check_residual_fire',
  'five_checks',
  'guard_round',
  'receive_pause',
  'record_round',
  'record_value',
  'rectify',
])

/** They are refused without a position. */
export const PLACED: ReadonlySet<Kind> = new Set<Kind>([
  'check_in',
  'verify_ticket',
  'start',
  'guard_round',
  'stand_by',
  'resume',
  'offer_duty',
  'take_duty',
  'check_residual_fire',
  'accept',
  'confirm_clear',
])

/** Beside them those whose judgement may ask where one stands: a stage signed on site, a cause closed there, and
    somebody else signed out of a space. */
export const TELLS_PLACE: ReadonlySet<Kind> = new Set<Kind>([...PLACED, 'sign_stage', 'resolve_cause', 'leave_space'])

/** They are signed by hand after the password was entered again. */
export const SIGNED: ReadonlySet<Kind> = new Set<Kind>([
  'sign_stage',
  'sign_crossing',
  'verify_ticket',
  'accept',
  'confirm_clear',
  'sign_shift',
])

/** Work may be going on, or may go on again without a new signature. */
export function isRunning(state: State): boolean {
  return state === 'issued' || state === 'active' || state === 'paused'
}

/** The permit still counts at its place. */
export function isOnPlace(state: State, clearance: Clearance): boolean {
  return isRunning(state) || state === 'finished' || clearance === 'open'
}
