/** Entry training and the daily roster as the screens read them. */
import type { components } from '@/core/api'

type Shapes = components['schemas']
export type Course = Shapes['CourseOut']
export type Question = Shapes['QuestionOut']
export type ClassLine = Shapes['LessonLine']
export type ClassFile = Shapes['LessonFile']
export type ShownCode = Shapes['ShownCode']
export type RosterLine = Shapes['RosterLine']

/** How far a class is: people sign on, sit the examination, or it is over. */
export function classState(one: Pick<ClassLine, 'exam_at' | 'closed_at'>): 'open' | 'exam' | 'closed' {
  if (one.closed_at !== null) return 'closed'
  return one.exam_at === null ? 'open' : 'exam'
}
