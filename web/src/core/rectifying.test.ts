import { expect, it } from 'vitest'
import { rectificationTexts } from '@/core/rectifying'
import type { TimelineRow } from '@/core/types'

const row = (type: string, words: Record<string, string>): TimelineRow =>
  ({ type, private: words }) as unknown as TimelineRow

it('finds the words of every rejection under the id of the item, and no other words', () => {
  const track = [
    row('WorkRejected', { r1: '焊渣没清' }),
    row('WorkPaused', { reason: '休息' }),
    row('WorkRejected', { r2: '护栏没装' }),
  ]
  expect([...rectificationTexts(track)]).toEqual([
    ['r1', '焊渣没清'],
    ['r2', '护栏没装'],
  ])
  expect(rectificationTexts([row('WorkRejected', {})]).get('r1')).toBeUndefined()
})
