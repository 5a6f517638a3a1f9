/** The one thing a person should do next on a permit, and what else he may do. The server names both. */
import type { Kind } from '@/core/envelope'
import { stepOf } from '@/core/steps'
import type { Step } from '@/core/steps'
import type { Permit } from '@/core/types'

export interface Action {
  readonly kind: Kind
  readonly step: Step
}

/** The order in which the work goes; what is not here comes after it. */
const ORDER: readonly Kind[] = [
  'take_duty',
  'submit',
  'amend',
  'link',
  'confirm_hazard',
  'answer_measure',
  'record_value',
  'plan_ventilation',
  'switch_ventilation',
  'record_round',
  'give_briefing',
  'sign_briefing',
  'sign_crossing',
  'sign_stage',
  'check_in',
  'verify_ticket',
  'five_checks',
  'start',
  'enter_space',
  'leave_space',
  'guard_round',
  'record_call',
  'receive_pause',
  'confirm_stopped',
  'stand_by',
  'resolve_cause',
  'resume',
  'finish',
  'check_residual_fire',
  'rectify',
  'accept',
  'confirm_clear',
  'confirm_capture',
  'add_photo',
  'pause',
  'report_change',
]

const rank = (kind: Kind): number => {
  const at = ORDER.indexOf(kind)
  return at < 0 ? ORDER.length : at
}

/** A register is kept for people inside something, and one work alone has no other to be linked to. */
function concerns(permit: Permit, { step }: Action): boolean {
  if (step === 'record') return permit.records.some(({ open }) => open)
  if (step === 'ventilation') return permit.ventilation?.due ?? false
  if (step === 'call') return permit.untethered !== null
  if (step === 'link') return permit.linked.needed.length > 0
  const held = permit.register.people.length + permit.register.tools.length > 0
  return step !== 'register' || permit.type === 'confined' || held
}

/** Every step the person may take now, tasks first. Two commands of one screen are one action. */
export function actions(permit: Permit): readonly Action[] {
  const may = permit.mine.commands
  const due = permit.mine.tasks.map(({ command }) => command).filter((kind) => may.includes(kind))
  const rest = may.filter((kind) => !due.includes(kind)).sort((a, b) => rank(a) - rank(b))
  const found = new Map<Step, Action>()
  for (const kind of [...due, ...rest]) {
    const step = stepOf(kind)
    if (step !== null && !found.has(step)) found.set(step, { kind, step })
  }
  return [...found.values()].filter((action) => concerns(permit, action))
}

/** The action of the big button, or null when this person has no task but may still stop the work. */
export function mainAction(permit: Permit): Action | null {
  const task = permit.mine.tasks.find(({ command }) => permit.mine.commands.includes(command))
  const step = task === undefined ? null : stepOf(task.command)
  return task === undefined || step === null ? null : { kind: task.command, step }
}

/** Whether the person is at the work itself and must leave when contact is lost. */
export function worksHere(permit: Permit): boolean {
  return permit.mine.duties.some((duty) => duty === 'responsible' || duty === 'worker' || duty === 'guardian')
}

/** Everybody at the work: each must be briefed and checked in. */
export function crewOnSite({ crew }: Permit): readonly NonNullable<Permit['crew']['guardian']>[] {
  const named = [crew.responsible, crew.guardian, ...crew.workers].filter((person) => person !== null)
  return named.filter((person, at) => named.findIndex(({ id }) => id === person.id) === at)
}
