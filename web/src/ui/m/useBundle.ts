/** One job of several special works: place, time, people and photo are entered once, each work asks its own questions. */
import { computed, ref } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import type { PermitCommands } from '@/core/commands'
import { given, open, prefill } from '@/core/fields'
import type { Answers } from '@/core/fields'
import type { Field, Template, TemplateRow } from '@/core/template'
import type { Text } from '@/core/text'
import { readProposal, readTemplate } from '@/sync/reads'
import { withNames } from '@/ui/m/crew'
import type { Chosen } from '@/ui/m/crew'
import { newId } from '@/ui/m/state/giving'
import type { Form } from '@/ui/m/useRequest'

export type Draft = PermitCommands['draft']

/** Another work of the same job. One guardian guards one permit (S9), so each has its own. */
export interface Also {
  readonly id: string
  readonly name: string
  readonly type: Draft['type']
  readonly title: Text
  readonly fields: readonly Field[]
  work: Answers
  guardian: Chosen | null
}

export interface Drafted {
  readonly id: string
  readonly body: Draft
}

/** The links that a draft could not name, because the other did not stand yet: from, to. */
export const pairs = (drafts: readonly Drafted[]): readonly (readonly [string, string])[] =>
  drafts.flatMap(({ id, body }, at) =>
    drafts
      .slice(at + 1)
      .filter((other) => named(body).includes(other.body.type))
      .map((other) => [id, other.id] as const),
  )

const named = ({ work }: Draft): readonly string[] =>
  Array.isArray(work?.['also_types']) ? work['also_types'] : []

/** The other works of the job, as far as the template can name them. */
export function withAlso(fields: readonly Field[], work: Answers, types: readonly string[]): Answers {
  const field = fields.find(({ id }) => id === 'also_types')
  if (!field) return work
  const known = new Set((field.choices ?? []).map(({ id }) => id))
  const before = Array.isArray(work['also_types']) ? (work['also_types'] as readonly string[]) : []
  return { ...work, also_types: [...new Set([...before, ...types.filter((type) => known.has(type))])] }
}

/** The bodies of all drafts of the job, the first being the request itself. */
export function bundleOf(main: Drafted, template: Template, others: readonly Also[]): readonly Drafted[] {
  if (others.length === 0) return [main]
  const types = [main.body.type, ...others.map(({ type }) => type)]
  const without = (own: string): readonly string[] => types.filter((type) => type !== own)
  const told = (fields: readonly Field[], work: Answers, own: string) =>
    given(withAlso(fields, work, without(own))) as NonNullable<Draft['work']>
  const { place, window, crew, content, remark, photos, plan, urgent, urgent_reason, applicant } = main.body
  // The level is each work's own, and the server finds it.
  const shared = Object.fromEntries(
    Object.entries({ place, window, content, remark, photos, plan, urgent, urgent_reason, applicant }).filter(([, value]) => value !== undefined),
  ) as Pick<Draft, 'place' | 'window'>
  const first = { ...main.body, work: told(template.fields, main.body.work ?? {}, main.body.type) }
  const ids: string[] = [main.id]
  const rest = others.map((one) => {
    const links = [...ids] as NonNullable<Draft['links']>
    ids.push(one.id)
    const body: Draft = {
      ...shared,
      type: one.type,
      ...(one.name === one.type ? {} : { template: one.name }),
      work: told(one.fields, one.work, one.type),
      crew: { ...crew, ...(one.guardian === null ? {} : { guardian: one.guardian.id }) },
      links,
    }
    return { id: one.id, body }
  })
  return [{ id: main.id, body: first }, ...rest]
}

export interface Bundle {
  readonly others: Ref<Also[]>
  /** What stands in the way, as keys of words. */
  readonly missing: ComputedRef<readonly string[]>
  readonly add: (row: TemplateRow, point: string, guardian: string | null) => Promise<void>
  readonly drop: (id: string) => void
  readonly openFields: (one: Also) => readonly string[]
}

export function useBundle(form: Ref<Form>): Bundle {
  const others = ref<Also[]>([])
  const openFields = (one: Also): readonly string[] => open(one.fields, one.work).map(({ id }) => id)

  async function add(row: TemplateRow, point: string, guardian: string | null): Promise<void> {
    if (others.value.some(({ type }) => type === row.type)) return
    const [asked, found] = await Promise.all([readTemplate(row.id), readProposal(row.id, point)])
    if (!asked.ok || !found.ok || form.value.point?.id !== point) return
    const crew = await withNames(found.data.crew)
    const fields = asked.data.fields
    const used = [guardian, ...others.value.map((one) => one.guardian?.id)]
    const own = crew.guardian !== null && !used.includes(crew.guardian.id) ? crew.guardian : null
    others.value.push({
      id: newId(),
      name: row.id,
      type: row.type as Draft['type'],
      title: row.title,
      fields,
      work: prefill(fields, found.data.work),
      guardian: own,
    })
  }

  const missing = computed(() => {
    const guards = [form.value.crew.guardian?.id, ...others.value.map((one) => one.guardian?.id)].filter(Boolean)
    return [
      ...(others.value.some((one) => openFields(one).length > 0) ? ['request.fields'] : []),
      ...(others.value.some(({ guardian }) => guardian === null) ? ['request.bundle.guardian'] : []),
      ...(new Set(guards).size < guards.length ? ['request.bundle.oneGuardian'] : []),
    ]
  })

  return {
    others,
    missing,
    add,
    drop: (id) => {
      others.value = others.value.filter((one) => one.id !== id)
    },
    openFields,
  }
}
