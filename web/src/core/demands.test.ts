import { describe, expect, it } from 'vitest'
import { demandOf, isAnswer, isTwofold } from '@/core/demands'

const burning = { substance: 'methanol', quality: 'combustible' } as const
const poisonous = { substance: 'methanol', quality: 'toxic' } as const
const oxygen = { substance: 'oxygen', quality: 'oxygen' } as const
const all = [oxygen, burning, poisonous]

describe('which reading answers which demand', () => {
  it('never takes a percentage for a toxic one', () => {
    expect(isAnswer({ substance: 'methanol', unit: '%vol' }, poisonous)).toBe(false)
    expect(isAnswer({ substance: 'methanol', unit: '%LEL' }, burning)).toBe(true)
    expect(isAnswer({ substance: 'methanol', unit: 'ppm' }, poisonous)).toBe(true)
    expect(isAnswer({ substance: 'oxygen', unit: '%vol' }, burning)).toBe(false)
  })

  it('finds the demand by substance and unit, else by substance alone', () => {
    expect(demandOf({ substance: 'methanol', unit: 'mg/m3' }, all)).toBe(poisonous)
    expect(demandOf({ substance: 'methanol', unit: 'ppm' }, [burning])).toBe(burning)
    expect(demandOf({ substance: 'benzene', unit: 'ppm' }, all)).toBeUndefined()
  })

  it('tells a substance that is asked for twice', () => {
    expect(isTwofold(burning, all)).toBe(true)
    expect(isTwofold(oxygen, all)).toBe(false)
  })
})
