/** The fields of a template: what is filled in, what is still open, how an answer reads. */
import { say } from '@/core/text'
import type { Field, FieldValue } from '@/core/template'
import type { Language } from '@/core/language'

export type Answers = Readonly<Record<string, FieldValue>>

/** Defaults first, then what was proposed; unknown names are left out. Safety answers stay open when nothing is known. */
export function prefill(fields: readonly Field[], proposed: Answers): Record<string, FieldValue> {
  const answers: Record<string, FieldValue> = {}
  for (const field of fields) {
    const value = proposed[field.id] ?? field.default ?? null
    if (value !== null) answers[field.id] = value
  }
  return answers
}

/** Decimal text, three places at most, within the range that anybody can mean. */
export function isQuantity({ least, most }: Field, text: string): boolean {
  if (!/^\d{1,6}(\.\d{1,3})?$/.test(text)) return false
  return Number(text) >= Number(least ?? 0) && Number(text) <= Number(most ?? 999_999)
}

function isOpen(value: FieldValue | undefined): boolean {
  return value === undefined || value === ''
}

/** Required fields that nobody answered yet, and quantities that nobody can mean. */
export function open(fields: readonly Field[], answers: Answers): readonly Field[] {
  return fields.filter((field) => {
    const value = answers[field.id]
    if (isOpen(value)) return field.required
    return field.kind === 'quantity' && !isQuantity(field, String(value))
  })
}

/** Answers without the empty ones, which the contract does not take. */
export function given(answers: Answers): Record<string, FieldValue> {
  return Object.fromEntries(
    Object.entries(answers).filter(([, value]) => !isOpen(value) && !(Array.isArray(value) && value.length === 0)),
  )
}

/** An answer in words; null when there is none. `truth` holds the words for yes and no, `people` names by id. */
export function spoken(
  field: Field,
  value: FieldValue | undefined,
  language: Language,
  truth: readonly [yes: string, no: string],
  people: ReadonlyMap<string, string> = new Map(),
): string | null {
  if (value === undefined || value === '') return null
  if (typeof value === 'boolean') return value ? truth[0] : truth[1]
  if (field.kind === 'person') return people.get(String(value)) ?? null
  if (field.kind === 'quantity') return measured(field, value)
  return listed(field, Array.isArray(value) ? (value as readonly string[]) : [String(value)], language)
}

const measured = ({ unit }: Field, value: FieldValue): string => `${String(value)} ${unit ?? ''}`.trim()

function listed(field: Field, chosen: readonly string[], language: Language): string | null {
  const words = chosen.map((id) => {
    const choice = field.choices?.find((each) => each.id === id)
    return choice ? say(choice, language) : id
  })
  return words.length > 0 ? words.join(language === 'en' ? ', ' : '、') : null
}
