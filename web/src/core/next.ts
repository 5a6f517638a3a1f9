/** The one thing a person should do next on a permit, and what else he may do. The server names what he may. */
import type { Kind } from '@/core/envelope'
import { stepOf } from '@/core/steps'
import type { Step } from '@/core/steps'
import type { Permit } from '@/core/types'

export interface Action {
  readonly kind: Kind
  readonly step: Step
}

type Due = (permit: Permit, person: string) => boolean

function inCrew(permit: Permit, person: string): boolean {
  const { responsible, guardian, workers } = permit.crew
  return [responsible, guardian, ...workers].some((each) => each?.id === person)
}

function hasArrived(permit: Permit, person: string): boolean {
  const { responsible, guardian, workers } = permit.crew
  const found = [responsible, guardian, ...workers].find((each) => each?.id === person)
  return Boolean(found?.checked_in)
}

const needs = (permit: Permit, remedy: string): boolean => permit.missing.some((found) => found.remedy === remedy)
const roundMissing: Due = (permit) => permit.gas.plan !== null && (needs(permit, 'gas_round') || !lastPassed(permit))

function lastPassed(permit: Permit): boolean {
  const last = permit.gas.rounds[permit.gas.rounds.length - 1]
  return last?.complete === true && last.verdict === 'pass'
}

function roundForCause(permit: Permit): boolean {
  const last = permit.gas.rounds[permit.gas.rounds.length - 1]
  const since = permit.pause?.decided_at ?? ''
  const fresh = lastPassed(permit) && (last?.sampled_at ?? '') >= since
  return !fresh && (permit.pause?.by_gas === true || permit.causes.some(({ kind }) => ROUND_CAUSES.has(kind)))
}

const ROUND_CAUSES = new Set(['gas', 'anomaly', 'sos', 'gas_record', 'watch_gap'])
const anything: Due = () => true

/** When a command is worth the main button, in the order in which the work goes. */
const ORDER: readonly (readonly [Kind, Due])[] = [
  ['take_duty', anything],
  ['receive_pause', (permit) => permit.pause?.received_at === null],
  ['confirm_stopped', (permit) => permit.pause?.confirmed_at === null],
  ['confirm_hazard', (permit) => permit.hazards.some(({ applies }) => applies === null)],
  ['answer_measure', (permit) => permit.measures.some(({ applies }) => applies === null)],
  [
    'record_round',
    (permit, person) => (permit.state === 'paused' ? roundForCause(permit) : roundMissing(permit, person)),
  ],
  ['give_briefing', (permit) => permit.briefing.given_at === null],
  [
    'sign_briefing',
    (permit, person) =>
      permit.briefing.given_at !== null &&
      inCrew(permit, person) &&
      !permit.briefing.signed.some((signed) => signed.person.id === person),
  ],
  ['sign_stage', anything],
  ['check_in', (permit, person) => inCrew(permit, person) && !hasArrived(permit, person)],
  ['verify_ticket', (permit) => !permit.ticket.verified],
  ['five_checks', (permit) => !permit.five_checks.ok],
  ['sign_shift', (permit) => permit.shift.overdue],
  ['stand_by', (permit) => permit.state === 'paused'],
  ['resolve_cause', (permit) => permit.causes.some(({ mine }) => mine)],
  ['approve_cancel', (permit) => permit.causes.some(({ kind }) => kind === 'cancel_requested')],
  ['start', anything],
  ['resume', anything],
  ['enter_space', (permit) => permit.type === 'confined'],
  ['guard_round', (permit) => permit.state === 'active'],
  ['finish', (permit) => permit.state === 'active'],
  [
    'leave_space',
    (permit) => permit.state !== 'active' && permit.register.people.length + permit.register.tools.length > 0,
  ],
  ['check_residual_fire', (permit) => !permit.fire.clear],
  ['rectify', (permit) => permit.rectifications.some(({ done_at }) => done_at === null)],
  ['accept', anything],
  ['confirm_clear', anything],
  ['submit', anything],
]

/** Every step the person may take now, the main one first. Two commands of one screen are one action. */
export function actions(permit: Permit, person: string): readonly Action[] {
  const may = permit.mine.commands
  const due = ORDER.filter(([kind, when]) => may.includes(kind) && when(permit, person)).map(([kind]) => kind)
  const rest = may.filter((kind) => !due.includes(kind))
  const found = new Map<Step, Action>()
  for (const kind of [...due, ...rest]) {
    const step = stepOf(kind)
    if (step !== null && !found.has(step)) found.set(step, { kind, step })
  }
  return [...found.values()]
}

/** The action of the big button, or null when this person has nothing to do but may still stop the work. */
export function mainAction(permit: Permit, person: string): Action | null {
  const first = actions(permit, person)[0]
  if (first === undefined) return null
  const due = ORDER.find(([kind, when]) => kind === first.kind && when(permit, person))
  return due === undefined ? null : first
}

/** Whether the person is at the work itself and must leave when contact is lost. */
export function worksHere(permit: Permit): boolean {
  return permit.mine.duties.some((duty) => duty === 'responsible' || duty === 'worker' || duty === 'guardian')
}
