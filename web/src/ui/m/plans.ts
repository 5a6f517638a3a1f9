/** Which booking, plan or order goes with a request: a booking only with its own time. */
import type { PlanOffered } from '@/core/registers'

/** How far a permit may reach beyond what was booked; the server judges by the same (planned.py). */
const BOTH_ENDS_MS = 2 * 3_600_000

interface Times {
  readonly from: string | null
  readonly to: string | null
}

/** Whether the times lie within what was booked; a plan or order goes with any. */
export function goesWith(plan: PlanOffered, { from, to }: Times): boolean {
  if (plan.starts_at === null || plan.ends_at === null) return true
  if (from === null || to === null) return false
  const begins = Date.parse(plan.starts_at) - BOTH_ENDS_MS
  return begins <= Date.parse(from) && Date.parse(to) <= Date.parse(plan.ends_at) + BOTH_ENDS_MS
}

/** What is proposed for these times: the booking of the place that fits, else the closest plan or order. */
export const closest = (plans: readonly PlanOffered[], times: Times): string | null =>
  plans.find((plan) => goesWith(plan, times))?.id ?? null
