/** Which works a site offers, and what it may choose from. */
import type { TemplateRow } from '@/core/template'
import type { Text } from '@/core/text'

export type Levels = 'two' | 'four'

export interface Subset {
  readonly id: string
  readonly title: Text
  readonly templates: readonly string[]
}

export interface Industry extends Subset {
  readonly says: Text
}

export interface OfferedTemplate extends TemplateRow {
  readonly on: boolean
}

export interface WorksChoice {
  readonly industry: string
  readonly off: readonly string[]
  readonly approval: Levels | null
}

export interface SiteWorks extends WorksChoice {
  /** False as long as nobody chose: everything is on. */
  readonly chosen: boolean
  readonly templates: readonly OfferedTemplate[]
  readonly industries: readonly Industry[]
  readonly subsets: readonly Subset[]
}

/** One row of each type of work: the plain template, or the first of its scenarios where that is off. */
export function oneOfEachType<T extends TemplateRow>(rows: readonly T[]): readonly T[] {
  return rows.filter(({ type }, at) => rows.findIndex((row) => row.type === type) === at)
}

/** What a set of works leaves off. */
export const without = (rows: readonly TemplateRow[], on: readonly string[]): readonly string[] =>
  rows.map(({ id }) => id).filter((id) => !on.includes(id))

/** What a new choice takes away and brings, in the order in which people look for works. */
export function changes(known: SiteWorks, off: readonly string[]): { gone: readonly TemplateRow[]; new: readonly TemplateRow[] } {
  return {
    gone: known.templates.filter(({ id, on }) => on && off.includes(id)),
    new: known.templates.filter(({ id, on }) => !on && !off.includes(id)),
  }
}
