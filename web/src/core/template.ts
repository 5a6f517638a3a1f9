/** What a work type asks for, as the server tells it. */
import type { Text } from '@/core/text'
import type { Item } from '@/core/types'

export type FieldValue = boolean | string | number | readonly string[]

/** A field of a template; the permit's `work` holds its value under `id`. */
export interface Field {
  readonly id: string
  readonly kind: 'bool' | 'choice' | 'choices' | 'text' | 'number' | 'quantity' | 'person'
  readonly label: Text
  readonly help?: Text | null
  readonly required: boolean
  readonly default?: FieldValue | null
  readonly choices?: readonly Item[] | null
  /** Of a quantity, whose value is decimal text between `least` and `most`. */
  readonly unit?: string | null
  readonly least?: string | null
  readonly most?: string | null
}

/** A template by name; `type` is the work it counts as, `special` whether that is one of the eight of GB 30871. */
export interface TemplateRow {
  readonly id: string
  readonly type: string
  readonly special: boolean
  readonly title: Text
}

export interface Template {
  readonly id: string
  readonly version: string
  readonly type: string
  readonly title: Text
  readonly fields: readonly Field[]
  /** From the strictest to the mildest. */
  readonly levels: readonly string[]
  readonly photos: readonly (Text & { readonly purpose: string; readonly state: string })[]
}
