/** What comes first in a list of things to do. */
import type { Task } from '@/core/types'

/** What lapses first comes first; what never lapses comes last, in the order the server gave. */
export function byDue(tasks: readonly Task[]): readonly Task[] {
  const due = (task: Task): number => (task.due === null ? Infinity : Date.parse(task.due))
  return tasks
    .map((task, at) => ({ task, at, due: due(task) }))
    .sort((a, b) => (a.due === b.due ? a.at - b.at : a.due - b.due))
    .map(({ task }) => task)
}

export type Urgency = 'past' | 'now' | 'soon' | 'later'

/** Past its time, within ten minutes, within the hour, or later. */
export function urgency(due: string | null, now: number): Urgency {
  if (due === null) return 'later'
  const left = Date.parse(due) - now
  if (left < 0) return 'past'
  if (left <= 600_000) return 'now'
  return left <= 3_600_000 ? 'soon' : 'later'
}
