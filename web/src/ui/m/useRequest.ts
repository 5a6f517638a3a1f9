/** The request being written: three inputs, the rest proposed by the server, kept on the phone until it is sent. */
import { computed, ref, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import type { PermitCommands } from '@/core/commands'
import { given, open, prefill } from '@/core/fields'
import type { Answers } from '@/core/fields'
import type { PointRow, Proposal } from '@/core/registers'
import type { SchemeName } from '@/core/schemes'
import { slots } from '@/core/shanghai'
import type { Slot } from '@/core/shanghai'
import type { Template } from '@/core/template'
import { dropForm, keepForm, keptForm } from '@/store/kept'
import { readProposal, readTemplate } from '@/sync/reads'
import { serverNow } from '@/sync/reckoning'
import { useSession } from '@/ui/shared/session'
import { nameOf, nobody, withNames } from './crew'
import { closest, goesWith } from './plans'
import type { Chosen, Crew } from './crew'

export type WorkType = PermitCommands['draft']['type']

export interface Form {
  type: WorkType | null
  /** The name of the template; null for the one that has the name of its type. */
  scenario: string | null
  point: (Pick<PointRow, 'id' | 'name'> & { area: string }) | null
  slot: Slot['id'] | 'own' | null
  from: string | null
  to: string | null
  photo: string | null
  /** Said to those who approve; it follows the request. */
  voice: string | null
  content: string
  remark: string
  level: string | null
  work: Answers
  crew: Crew
  /** For whom a team leader writes it; null = for himself. */
  filing: Chosen | null
  /** The id of a booking, plan or order, or `urgent`. */
  plan: string | null
  reason: string
  /** The approved work plan that the work follows. */
  scheme: SchemeName | null
  /** The number of the local detector where there is no signal; null = there is. */
  detector: string | null
}

/** Works whose people must be heard by their phones: they are tested for gas (S17). */
export const TETHERED: ReadonlySet<WorkType> = new Set<WorkType>(['hot', 'confined', 'blind'])

export const emptyForm = (): Form => ({
  type: null,
  scenario: null,
  point: null,
  slot: null,
  from: null,
  to: null,
  photo: null,
  voice: null,
  content: '',
  remark: '',
  level: null,
  work: {},
  crew: nobody(),
  filing: null,
  plan: null,
  reason: '',
  scheme: null,
  detector: null,
})

const NAME = 'request'
const OLD_MS = 24 * 3_600_000

export interface Request {
  readonly form: Ref<Form>
  readonly template: Ref<Template | null>
  readonly proposal: Ref<Proposal | null>
  readonly times: ComputedRef<readonly Slot[]>
  /** What stands in the way of sending, as keys of words. */
  readonly missing: ComputedRef<readonly string[]>
  readonly openFields: ComputedRef<readonly string[]>
  readonly propose: () => Promise<void>
  readonly restore: () => Promise<boolean>
  readonly discard: () => Promise<void>
  readonly body: () => PermitCommands['draft'] | null
}

function missingOf(form: Form, openFields: readonly string[], proposal: Proposal | null): readonly string[] {
  const proposed = proposal !== null
  const planned = form.plan === 'urgent' ? form.reason.trim() !== '' : form.plan !== null || !proposal?.plan_required
  const ordered = form.from !== null && form.to !== null && Date.parse(form.to) > Date.parse(form.from)
  const checks: readonly (readonly [string, boolean])[] = [
    ['request.what', form.type !== null],
    ['request.where', form.point !== null],
    ['request.when', ordered],
    ['request.photo', form.photo !== null],
    ['request.rest', proposed || form.type === null || form.point === null],
    ['request.content', form.content.trim() !== ''],
    ['request.plan.heading', planned],
    ['request.fields', openFields.length === 0],
    ['offlineWork.detector', form.detector === null || form.detector.trim() !== ''],
    ['duty.responsible', form.crew.responsible !== null],
    ['duty.guardian', form.crew.guardian !== null],
  ]
  return checks.filter(([, fine]) => !fine).map(([key]) => key)
}

/** The body of the draft, or null while an input is missing. */
export function draftOf(form: Form, proposal: Proposal | null): PermitCommands['draft'] | null {
  const { type, scenario, from, to, photo, content, remark, level, work, crew } = form
  if (type === null || from === null || to === null || proposal === null) return null
  return {
    type,
    ...(scenario === null ? {} : { template: scenario }),
    place: { ...proposal.place },
    window: { from, to },
    work: given(work) as NonNullable<PermitCommands['draft']['work']>,
    crew: withoutNobody(crew),
    ...filingOf(form),
    ...(content.trim() === '' ? {} : { content: content.trim() }),
    ...(remark.trim() === '' ? {} : { remark: remark.trim() }),
    ...(photo === null ? {} : { photos: [photo] }),
    ...(level === null ? {} : { level }),
    ...planOf(form, proposal),
    ...schemeOf(form),
    ...signalOf(form),
  }
}

const filingOf = ({ filing }: Form): Pick<PermitCommands['draft'], 'applicant'> => (filing ? { applicant: filing.id } : {})

const signalOf = ({ detector }: Form): Pick<PermitCommands['draft'], 'untethered'> =>
  detector === null ? {} : { untethered: { detector: detector.trim() } }

const schemeOf = ({ scheme }: Form): Pick<PermitCommands['draft'], 'scheme'> => (scheme ? { scheme: { ...scheme } } : {})

/** What the draft stands on; a plan that is no longer offered is none. */
export function planOf(
  { plan, reason }: Pick<Form, 'plan' | 'reason'>,
  { plans }: Proposal,
): Pick<PermitCommands['draft'], 'plan' | 'urgent' | 'urgent_reason'> {
  if (plan === 'urgent') return reason.trim() === '' ? {} : { urgent: true, urgent_reason: reason.trim() }
  const found = plans.find(({ id }) => id === plan)
  return found ? { plan: { kind: found.kind, id: found.id } } : {}
}

export function withoutNobody(crew: Crew): NonNullable<PermitCommands['draft']['crew']> {
  const single = (['responsible', 'guardian', 'briefer'] as const)
    .map((duty) => [duty, crew[duty]?.id] as const)
    .filter(([, id]) => id !== undefined)
  const several = (['workers', 'analysts', 'confirmers'] as const)
    .map((duty) => [duty, crew[duty].map(({ id }) => id)] as const)
    .filter(([, ids]) => ids.length > 0)
  return Object.fromEntries([...single, ...several]) as NonNullable<PermitCommands['draft']['crew']>
}

function fill(form: Form, template: Template, proposal: Proposal, crew: Crew): void {
  if (form.plan !== 'urgent' && !proposal.plans.some(({ id }) => id === form.plan))
    form.plan = closest(proposal.plans, form)
  form.work = prefill(template.fields, { ...proposal.work, ...form.work })
  if (form.content === '') form.content = proposal.content ?? ''
  const me = useSession().person
  form.crew = {
    ...crew,
    responsible: form.crew.responsible ?? crew.responsible ?? (me ? { id: me.id, name: nameOf(me) } : null),
  }
}

function keepTimes(form: Ref<Form>, proposal: Ref<Proposal | null>): void {
  /** The booking that is chosen, when it does not go with the times. */
  const astray = computed(() => {
    const found = proposal.value?.plans.find(({ id }) => id === form.value.plan)
    return found && !goesWith(found, form.value) ? found : null
  })
  // Other times: another plan. Another booking: its times.
  watch(
    () => [form.value.from, form.value.to],
    () => {
      if (astray.value) form.value.plan = closest(proposal.value?.plans ?? [], form.value)
    },
  )
  watch(
    () => form.value.plan,
    () => {
      if (!astray.value) return
      const { starts_at: from, ends_at: to } = astray.value
      form.value = { ...form.value, slot: 'own', from, to }
    },
  )
}

export function useRequest(): Request {
  const form = ref<Form>(emptyForm())
  const template = ref<Template | null>(null)
  const proposal = ref<Proposal | null>(null)
  const openFields = computed(() => open(template.value?.fields ?? [], form.value.work).map(({ id }) => id))
  const database = () => useSession().database()

  async function propose(): Promise<void> {
    const { type, scenario, point } = form.value
    if (type === null || point === null) return
    const name = scenario ?? type
    // What was proposed for another place or type must not be sent for this one.
    template.value = null
    proposal.value = null
    const [asked, found] = await Promise.all([readTemplate(name), readProposal(name, point.id)])
    if (!asked.ok || !found.ok) return
    const crew = await withNames(found.data.crew)
    // Shown when all of it is there, and only for what is still asked: a hurried thumb finds nothing half filled.
    const { type: now, scenario: which, point: where } = form.value
    if ((which ?? now) !== name || where?.id !== point.id) return
    fill(form.value, asked.data, found.data, crew)
    template.value = asked.data
    proposal.value = found.data
  }

  keepTimes(form, proposal)
  watch(form, (now) => void keepForm(database(), NAME, now, Date.now()), { deep: true })

  return {
    form,
    template,
    proposal,
    times: computed(() => slots(new Date(serverNow()))),
    missing: computed(() => missingOf(form.value, openFields.value, proposal.value)),
    openFields,
    propose,
    restore: () => restoreInto(form),
    discard: async () => {
      form.value = emptyForm()
      await dropForm(database(), NAME)
    },
    body: () => draftOf(form.value, proposal.value),
  }
}

/** What was begun within a day and not sent; the photo stays on the server under its hash. */
async function restoreInto(form: Ref<Form>): Promise<boolean> {
  const kept = (await keptForm(useSession().database(), NAME)) as Partial<Form> | null
  if (kept === null || (kept.type ?? null) === null) return false
  const past = kept.from !== null && kept.from !== undefined && Date.parse(kept.from) < Date.now() - OLD_MS
  if (past) return false
  form.value = { ...emptyForm(), ...kept }
  return true
}
