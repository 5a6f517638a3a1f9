/** What stands in the form of a register, what of it is sent, and what keeps it from being sent. */
import type { Entry } from '@/core/recordForms'

/** What stands in the form: text, yes or no, or several codes. */
export type Typed = Record<string, string | boolean | readonly string[]>
/** A row of any register. */
export type Row = object

/** Flags that stand unless somebody takes them away, and what a new row starts with. */
const STANDING = new Set(['active', 'is_active'])
const FIRST: Readonly<Record<string, string>> = { area_class: 'unknown', status: 'active' }
const EMPTY_IS_TEXT = new Set(['kind', 'medium'])
/** Asked for only when somebody typed it. */
const UNTOLD = new Set(['password', 'id_number'])

const asText = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
const maybeOf = (value: unknown): string => (typeof value === 'boolean' ? (value ? 'yes' : 'no') : '')

function newOf({ name, kind }: Entry): Typed[string] {
  if (kind === 'flag') return STANDING.has(name)
  return kind === 'some' ? [] : (FIRST[name] ?? '')
}

function typedOf(entry: Entry, row: Row | null): Typed[string] {
  if (row === null) return newOf(entry)
  const value: unknown = Reflect.get(row, entry.name)
  if (entry.kind === 'flag') return value === true
  if (entry.kind === 'some') return Array.isArray(value) ? (value as readonly string[]) : []
  return entry.kind === 'maybe' ? maybeOf(value) : asText(value)
}

/** The form as it opens: of this row, or of a new one. */
export function opened(entries: readonly Entry[], row: Row | null): Typed {
  return Object.fromEntries(entries.map((entry) => [entry.name, typedOf(entry, row)]))
}

/** A comma of a Chinese keyboard is a point. */
const decimal = (text: string): string => text.trim().replace(/[，,。]/g, '.')
export const isNumber = (text: string): boolean => text.trim() === '' || /^-?\d{1,9}(\.\d{1,9})?$/.test(decimal(text))

/** What nothing is sent as: an empty text where the register holds texts, else that there is none. */
const nothingOf = ({ name, kind }: Entry): string | null => (kind === 'text' || EMPTY_IS_TEXT.has(name) ? '' : null)

function sentOf(entry: Entry, value: Typed[string]): unknown {
  if (typeof value !== 'string') return value
  const text = value.trim()
  if (text === '') return nothingOf(entry)
  if (entry.kind === 'maybe') return text === 'yes'
  return entry.kind === 'number' ? Number(decimal(text)) : text
}

/** What is sent: all of a new row, of an older one only what was changed. */
export function sent(entries: readonly Entry[], row: Row | null, typed: Typed): Record<string, unknown> {
  const before = opened(entries, row)
  const told = entries.filter(({ name, once }) => {
    const value = typed[name] ?? ''
    if (UNTOLD.has(name)) return value !== ''
    return row === null || (once !== true && JSON.stringify(value) !== JSON.stringify(before[name]))
  })
  return Object.fromEntries(told.map((entry) => [entry.name, sentOf(entry, typed[entry.name] ?? '')]))
}

function isLacking({ name, kind, must }: Entry, value: string, isNew: boolean): boolean {
  if (kind === 'number' && !isNumber(value)) return true
  if (name === 'password') return isNew && value === ''
  return must === true && value.trim() === ''
}

/** Fields that keep the form from being sent: nothing where something must be, or no number. */
export function lacking(entries: readonly Entry[], row: Row | null, typed: Typed): readonly string[] {
  return entries
    .filter((entry) => {
      const value = typed[entry.name] ?? ''
      return typeof value === 'string' && isLacking(entry, value, row === null)
    })
    .map(({ name }) => name)
}
