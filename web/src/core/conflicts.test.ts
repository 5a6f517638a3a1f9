import { describe, expect, it } from 'vitest'
import { byOther, toSign } from '@/core/conflicts'
import type { ConflictRow, Conflicts } from '@/core/conflicts'

const row = (over: Partial<ConflictRow> & { id?: string; state?: string }): ConflictRow =>
  ({
    row: 'hot.hot',
    effect: 'coordinator',
    met: false,
    signed_here: false,
    signed_there: false,
    ...over,
    other: { id: over.id ?? 'b', state: over.state ?? 'issued' },
  }) as unknown as ConflictRow
const found = (...conflicts: ConflictRow[]): Conflicts => ({ conflicts }) as unknown as Conflicts

describe('crossing work', () => {
  it('is gathered by the other permit', () => {
    const gathered = byOther(found(row({}), row({ row: 'vertical.crossing' }), row({ id: 'c' })))
    expect(gathered.map(({ other, rows }) => [other.id, rows.length])).toEqual([
      ['b', 2],
      ['c', 1],
    ])
  })

  it('is signed on both permits', () => {
    expect(toSign('a', found(row({})))).toEqual([
      { permit: 'a', others: ['b'] },
      { permit: 'b', others: ['a'] },
    ])
    expect(toSign('a', found(row({ signed_here: true })))).toEqual([{ permit: 'b', others: ['a'] }])
    expect(toSign('a', found(row({ signed_here: true, signed_there: true })))).toEqual([])
  })

  it('is not signed where the work has ended, nor where nobody may waive it', () => {
    expect(toSign('a', found(row({ state: 'finished' })))).toEqual([{ permit: 'a', others: ['b'] }])
    expect(toSign('a', found(row({ effect: 'block' })))).toEqual([])
  })
})
