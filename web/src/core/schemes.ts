/** Work plans (作业方案) as the screens read them, and how the editor keeps what is typed. */
import type { components } from '@/core/api'
import { plantClock } from '@/core/shanghai'
import type { Text } from '@/core/text'

type Shapes = components['schemas']
export type SchemeLine = Shapes['SchemeLine']
export type Scheme = Shapes['SchemeOut']
export type SchemeSection = Shapes['SchemeSection']
export type SchemeAnnotation = Shapes['SchemeAnnotation']
export type SchemeVersion = Shapes['SchemeVersionOut']
export type SchemeVersionLine = Shapes['SchemeVersionLine']
export type SchemeWords = Readonly<Record<string, Readonly<Record<string, Text>>>>

/** What a permit names. */
export interface SchemeName {
  readonly id: string
  readonly version: number
}

/** The compulsory sections that are missing or say too little. */
export const unmet = (sections: readonly SchemeSection[]): readonly string[] =>
  sections.filter(({ compulsory, met }) => compulsory && !met).map(({ kind }) => kind)

/** The remarks on a section, the open ones first. */
export function remarksOn(section: string, all: readonly SchemeAnnotation[]): readonly SchemeAnnotation[] {
  const here = all.filter((one) => one.section === section)
  return [...here.filter(({ closed }) => closed === null), ...here.filter(({ closed }) => closed !== null)]
}

/** The sections to show to somebody who does not write: what holds something, and what must. */
export const filled = (sections: readonly SchemeSection[]): readonly SchemeSection[] =>
  sections.filter(({ compulsory, text, attachments }) => compulsory || text !== '' || attachments.length > 0)

/** How a version stands, as a word of the screens. */
export function standingOf({ n, approved, returned }: SchemeVersionLine, standing: number | null): string {
  if (n === standing) return 'standing'
  if (returned !== null) return 'returned'
  return approved === null ? 'waiting' : 'superseded'
}

/** The day, with its year, on which an approval ends. */
export const dayOf = (instant: string | null): string => (instant === null ? '' : plantClock(new Date(instant)).slice(0, 10))

/** The end of a day of the plant as an instant; a date is what people choose. */
export const endOfDay = (day: string): string => `${day}T23:59:59+08:00`
