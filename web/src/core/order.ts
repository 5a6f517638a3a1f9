/** What comes first in a list of things to do. */
import type { Task } from '@/core/types'

const at = ({ due }: Task): number => (due === null ? -Infinity : Date.parse(due))

/** What lapses first comes first; what has no time is to be done at once and stands before it. */
export function byDue(tasks: readonly Task[]): readonly Task[] {
  return [...tasks].sort((a, b) => {
    const [first, second] = [at(a), at(b)]
    return first === second ? 0 : first - second
  })
}

export type Urgency = 'past' | 'now' | 'soon' | 'later'

/** Past its time, at once or within ten minutes, within the hour, or later. */
export function urgency(due: string | null, now: number): Urgency {
  if (due === null) return 'now'
  const left = Date.parse(due) - now
  if (left < 0) return 'past'
  if (left <= 600_000) return 'now'
  return left <= 3_600_000 ? 'soon' : 'later'
}
