import { describe, expect, it } from 'vitest'
import { wishes } from '@/core/asking'
import type { Permit } from '@/core/types'

const permit = (...duties: string[]): Permit => ({ mine: { duties } }) as unknown as Permit

describe('what may be asked for after a stop that waits', () => {
  it('is the next step of the responsible person and of the guardian', () => {
    expect(wishes(permit('responsible', 'bystander'), ['guard_round', 'pause'])).toEqual(['resume'])
    expect(wishes(permit('guardian'), ['take_back'])).toEqual(['stand_by'])
  })

  it('is nothing for others, and nothing while no stop waits', () => {
    expect(wishes(permit('worker', 'bystander'), ['pause'])).toEqual([])
    expect(wishes(permit('responsible'), ['guard_round'])).toEqual([])
  })
})
