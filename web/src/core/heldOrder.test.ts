import { describe, expect, it } from 'vitest'
import { after, held } from '@/core/heldOrder'

const self = (row: string): string => row
const shown = (...rows: readonly string[]) => held([], rows, false, self).rows

describe('a list that changes under the pointer', () => {
  it('takes the order of the server while nobody points at it', () => {
    const { rows, arrived } = held(shown('a', 'b'), ['c', 'b', 'a'], false, self)
    expect(rows.map(({ row }) => row)).toEqual(['c', 'b', 'a'])
    expect(arrived).toBe(0)
  })

  it('keeps every place while somebody points at it, and counts what is new', () => {
    const { rows, arrived } = held(shown('a', 'b'), ['c', 'b', 'a', 'd'], true, self)
    expect(rows.map(({ row }) => row)).toEqual(['a', 'b'])
    expect(arrived).toBe(2)
  })

  it('leaves the place of what is gone, and says that it is gone', () => {
    const { rows } = held(shown('a', 'b', 'c'), ['a', 'c'], true, self)
    expect(rows).toEqual([
      { row: 'a', gone: false },
      { row: 'b', gone: true },
      { row: 'c', gone: false },
    ])
  })

  it('shows the newest words of a row that stayed', () => {
    const idOf = ({ id }: { id: string; said: string }): string => id
    const before = held([], [{ id: 'a', said: 'old' }], false, idOf).rows
    expect(held(before, [{ id: 'a', said: 'new' }], true, idOf).rows[0]?.row.said).toBe('new')
  })

  it('fills a list that was empty though somebody points at it', () => {
    expect(held(shown(), ['a'], true, self).rows).toEqual([{ row: 'a', gone: false }])
  })
})

describe('what comes up next', () => {
  it('is the one below, else the one above, and never one that is gone', () => {
    expect(after(shown('a', 'b', 'c'), 'b', self)).toBe('c')
    expect(after(shown('a', 'b', 'c'), 'c', self)).toBe('b')
    expect(after(held(shown('a', 'b', 'c'), ['a', 'b'], true, self).rows, 'b', self)).toBe('a')
    expect(after(shown('a'), 'a', self)).toBeNull()
  })
})
