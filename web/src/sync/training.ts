/** What the screens ask of entry training and of the roster. */
import type { ClassFile, ClassLine, Course, Question, RosterLine, ShownCode } from '@/core/training'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

const API = '/api/v1/training'
const ROSTER = '/api/v1/roster'

/** A day and a firm, each left out where it is not chosen. */
export interface RosterWanted {
  readonly day?: string
  readonly firm?: string
}

function wanted({ day, firm }: RosterWanted): string {
  const told = new URLSearchParams()
  if (day !== undefined && day !== '') told.set('day', day)
  if (firm !== undefined && firm !== '') told.set('firm_id', firm)
  return told.toString()
}

export const readCourses = (): Promise<Answer<readonly Course[]>> => ask(`${API}/courses`)
export const readQuestions = (course: string): Promise<Answer<readonly Question[]>> =>
  ask(`${API}/questions?course=${encodeURIComponent(course)}`)
export const importQuestions = (course: string, lines: string | null): Promise<Answer<readonly Question[]>> =>
  post(`${API}/questions/import`, { course, lines })
export const retireQuestion = (id: string): Promise<Answer<null>> => post(`${API}/questions/${encodeURIComponent(id)}/retire`, null)
export const readClasses = (): Promise<Answer<readonly ClassLine[]>> => ask(`${API}/classes`)
export const readClass = (id: string): Promise<Answer<ClassFile>> => ask(`${API}/classes/${encodeURIComponent(id)}`)
export const openClass = (course: string, site: string): Promise<Answer<ClassFile>> => post(`${API}/classes`, { course, site_id: site })
export const stepClass = (id: string, to: 'exam' | 'close'): Promise<Answer<ClassFile>> =>
  post(`${API}/classes/${encodeURIComponent(id)}/step`, { to })
export const classCode = (id: string): Promise<Answer<ShownCode>> => ask(`${API}/classes/${encodeURIComponent(id)}/code`)
export const gateCode = (site: string): Promise<Answer<ShownCode>> => ask(`${ROSTER}/code/${encodeURIComponent(site)}`)
export const readRoster = (of: RosterWanted): Promise<Answer<readonly RosterLine[]>> => ask(`${ROSTER}?${wanted(of)}`)
export const rosterFile = (of: RosterWanted): string => `${ROSTER}.csv?${wanted(of)}`
