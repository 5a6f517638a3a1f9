import { describe, expect, it } from 'vitest'
import { inOrder, isWhole, proposed, toneOf } from '@/core/effects'
import type { EffectOrder, EffectWords } from '@/core/effects'

const order = (id: string, state: string, requested_at: string): EffectOrder =>
  ({ id, state, requested_at }) as unknown as EffectOrder

describe('orders of effects', () => {
  it('puts first what somebody must see to, and last what is over', () => {
    const rows = [
      order('a', 'superseded', '2026-11-23T02:00:00Z'),
      order('b', 'confirmed', '2026-11-23T02:00:01Z'),
      order('c', 'timed_out', '2026-11-23T02:00:00Z'),
      order('d', 'delivered', '2026-11-23T02:00:00Z'),
      order('e', 'contradicted', '2026-11-23T02:00:02Z'),
    ]
    expect(inOrder(rows).map(({ id }) => id)).toEqual(['e', 'c', 'd', 'b', 'a'])
  })

  it('holds for open what it does not know', () => {
    expect(toneOf({ state: 'something new' })).toBe('open')
  })
})

describe('a proposal', () => {
  const words = {
    effects: { cut_energy: { feeds: true, placed: false }, start_ventilation: { feeds: false, placed: true } },
  } as unknown as EffectWords
  const base = { cause: 'gas', instrument: 'i', feeds: ['welding'], position: ' 上风侧 ' }

  it('tells of each row what its effect asks for and nothing else', () => {
    expect(proposed([{ ...base, effect: 'cut_energy' }, { ...base, effect: 'start_ventilation' }], words)).toEqual({
      rows: [
        { cause: 'gas', effect: 'cut_energy', instrument: 'i', feeds: ['welding'] },
        { cause: 'gas', effect: 'start_ventilation', instrument: 'i', position: '上风侧' },
      ],
    })
  })

  it('is not whole while something is not chosen', () => {
    expect(isWhole({ ...base, effect: '' })).toBe(false)
    expect(isWhole({ ...base, effect: 'cut_energy' })).toBe(true)
  })
})
