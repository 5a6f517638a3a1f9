/** The screen of each step, fetched when it is opened. */
import type { Component } from 'vue'
import type { Step } from '@/core/steps'

export const STEP_PAGES: Readonly<Record<Step, () => Promise<{ default: Component }>>> = {
  amend: () => import('@/ui/m/steps/AmendStep.vue'),
  submit: () => import('@/ui/m/steps/SubmitStep.vue'),
  link: () => import('@/ui/m/steps/LinkStep.vue'),
  hazards: () => import('@/ui/m/steps/HazardsStep.vue'),
  measures: () => import('@/ui/m/steps/MeasuresStep.vue'),
  record: () => import('@/ui/m/steps/RecordStep.vue'),
  gas: () => import('@/ui/m/steps/GasStep.vue'),
  brief: () => import('@/ui/m/steps/BriefStep.vue'),
  sign: () => import('@/ui/m/steps/SignStep.vue'),
  check_in: () => import('@/ui/m/steps/CheckInStep.vue'),
  verify: () => import('@/ui/m/steps/VerifyStep.vue'),
  checks: () => import('@/ui/m/steps/ChecksStep.vue'),
  start: () => import('@/ui/m/steps/StartStep.vue'),
  round: () => import('@/ui/m/steps/RoundStep.vue'),
  register: () => import('@/ui/m/steps/RegisterStep.vue'),
  pause: () => import('@/ui/m/steps/PauseStep.vue'),
  stopped: () => import('@/ui/m/steps/StoppedStep.vue'),
  finish: () => import('@/ui/m/steps/FinishStep.vue'),
  fire: () => import('@/ui/m/steps/FireStep.vue'),
  accept: () => import('@/ui/m/steps/AcceptStep.vue'),
  rectify: () => import('@/ui/m/steps/RectifyStep.vue'),
  clear: () => import('@/ui/m/steps/ClearStep.vue'),
  shift: () => import('@/ui/m/steps/ShiftStep.vue'),
  duty: () => import('@/ui/m/steps/DutyStep.vue'),
  people: () => import('@/ui/m/steps/PeopleStep.vue'),
  change: () => import('@/ui/m/steps/ChangeStep.vue'),
  photo: () => import('@/ui/m/steps/PhotoStep.vue'),
  end: () => import('@/ui/m/steps/EndStep.vue'),
}
