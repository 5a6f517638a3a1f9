/** A value or a check as somebody enters it: whether it says that something is wrong. A hint: the server judges it. */
import type { RecordRow } from '@/core/types'

/** Out of its limits, or found not in order. What is no number yet says nothing. */
export function saysBad(row: Pick<RecordRow, 'kind' | 'least' | 'most'>, value: string, passed: boolean | null): boolean {
  if (row.kind === 'check') return passed === false
  const told = value.trim() === '' ? NaN : Number(value)
  if (Number.isNaN(told)) return false
  return (row.least !== null && told < Number(row.least)) || (row.most !== null && told > Number(row.most))
}
