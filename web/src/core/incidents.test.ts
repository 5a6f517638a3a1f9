import { describe, expect, it } from 'vitest'
import { incidents } from '@/core/incidents'
import type { AlarmRow } from '@/core/records'

const GAS = { zh: '气体超限', en: 'Gas out of limits' }
const row = (id: string, minute: number, more: Partial<AlarmRow> = {}): AlarmRow => ({
  id,
  permit: 'p',
  number: null,
  kind: 'gas_limit',
  code: null,
  severity: 'red',
  owner: 'responsible',
  subject: id,
  state: 'raised',
  count: 1,
  title: GAS,
  about: null,
  remedy: GAS,
  at: `2026-11-21T08:0${minute}:00Z`,
  last_at: `2026-11-21T08:1${minute}:00Z`,
  rings: 0,
  shelved_until: null,
  shelf_minutes: null,
  ...more,
})
const idsOf = (found: ReturnType<typeof incidents>): string[][] => found.map(({ rows }) => rows.map(({ id }) => id))

describe('alarms that say the same of one permit', () => {
  it('are one incident, from the first until the last', () => {
    const found = incidents([row('3', 3), row('9', 9, { permit: 'q' }), row('1', 1), row('2', 2)])
    expect(idsOf(found)).toEqual([['3', '1', '2'], ['9']])
    expect(found[0]).toMatchObject({ since: '2026-11-21T08:01:00Z', last: '2026-11-21T08:13:00Z', lead: { id: '3' } })
  })

  it('are as unseen as the least seen of them', () => {
    const seen = row('1', 1, { state: 'handled' })
    expect(incidents([seen, row('2', 2, { state: 'acknowledged' })])[0]?.state).toBe('acknowledged')
    expect(incidents([seen, row('2', 2)])[0]?.state).toBe('raised')
  })

  it('name each condition once', () => {
    const wind = { zh: '风力', en: 'Wind' }
    const found = incidents([row('1', 1, { about: wind }), row('2', 2, { about: { ...wind } }), row('3', 3)])
    expect(found.map(({ about }) => about)).toEqual([[wind]])
  })

  it('stay apart by their words, their code, who must act and how gravely', () => {
    const others: readonly Partial<AlarmRow>[] = [
      { title: { zh: '有人叫停作业', en: 'Somebody stopped the work' } },
      { code: '31' },
      { owner: 'shift_leader' },
      { severity: 'task' },
      { permit: null },
    ]
    for (const other of others) expect(idsOf(incidents([row('1', 1), row('2', 2, other)]))).toEqual([['1'], ['2']])
  })

  it('stand alone once they are closed', () => {
    const closed = [row('1', 1, { state: 'closed' }), row('2', 2, { state: 'closed' }), row('3', 3)]
    expect(idsOf(incidents(closed))).toEqual([['1'], ['2'], ['3']])
  })
})
