import { describe, expect, it } from 'vitest'
import { signed } from '@/core/points'

describe('points are told with their sign', () => {
  it('gives a plus to what was given, a minus to what was taken, nothing to nothing', () => {
    expect([signed(3), signed(-2), signed(0)]).toEqual(['+3', '−2', '0'])
  })
})
