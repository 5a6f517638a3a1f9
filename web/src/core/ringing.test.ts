import { describe, expect, it } from 'vitest'
import { incidents } from '@/core/incidents'
import type { AlarmDetail } from '@/core/records'
import { deeds, ofLine, ofRows, ownersOf, reached } from '@/core/ringing'

const GAS = { zh: '气体超限', en: 'Gas out of limits' }
const LEAVE = { zh: '人员撤离', en: 'Leave' }
const alarm = (id: string, minute: number, more: Partial<AlarmDetail> = {}): AlarmDetail => ({
  id,
  permit: 'p',
  number: 'DH-1',
  kind: 'gas_limit',
  code: null,
  severity: 'red',
  owner: 'responsible',
  subject: 'upper',
  state: 'raised',
  count: 2,
  title: GAS,
  about: null,
  remedy: LEAVE,
  at: `2026-11-21T08:0${minute}:00Z`,
  last_at: `2026-11-21T08:1${minute}:00Z`,
  rings: 0,
  shelved_until: null,
  shelf_minutes: null,
  commands: [],
  owners: [{ id: 'li', name: '李工' }],
  told: [],
  history: [],
  ...more,
})
const deed = (type: string, at: string, note: string | null = null): AlarmDetail['history'][number] => ({
  type,
  at,
  note,
  by: { id: 'li', name: '李工' },
})

describe('what rings', () => {
  it('is told of all of them together', () => {
    const found = ofRows([alarm('2', 2, { state: 'acknowledged' }), alarm('1', 1, { subject: 'lower' })])
    expect(found).toMatchObject({
      ids: ['2', '1'],
      state: 'raised',
      count: 4,
      at: '2026-11-21T08:01:00Z',
      last: '2026-11-21T08:12:00Z',
      points: ['upper', 'lower'],
      remedies: [LEAVE],
      owners: ['responsible'],
    })
  })

  it('stands open while one of them does, and is closed with the last', () => {
    const closed = alarm('1', 1, { state: 'closed' })
    expect(ofRows([closed, alarm('2', 2, { state: 'handled' })])?.state).toBe('handled')
    expect(ofRows([closed])?.state).toBe('closed')
    expect(ofRows([])).toBeNull()
  })

  it('is the same told by a list as by a card', () => {
    const rows = [alarm('1', 1, { kind: 'watch' }), alarm('2', 2, { kind: 'watch' })]
    const line = {
      ids: ['1', '2'],
      kind: 'watch',
      code: null,
      state: 'raised' as const,
      title: GAS,
      about: [],
      at: '2026-11-21T08:01:00Z',
      last_at: '2026-11-21T08:12:00Z',
      count: 4,
      remedies: [LEAVE],
      owners: ['responsible'],
      mine: true,
    }
    const permit = { id: 'p', number: 'DH-1' }
    expect(incidents(rows).map((one) => ofRows(one.rows))).toEqual([ofLine(line, permit)])
  })

  it('is told of a card that was kept before cards told what to do', () => {
    const { at, last_at, title, code } = alarm('1', 1)
    const kept = { ids: ['1', '2'], kind: 'watch', code, state: 'raised' as const, title, about: [], at, last_at }
    expect(ofLine(kept, { id: 'p', number: null })).toMatchObject({ remedies: [], owners: [], count: 2 })
  })
})

describe('what may be done', () => {
  it('is what the server would accept, in the order of the lifecycle, each for the alarms it reaches', () => {
    const found = [
      alarm('1', 1, { commands: ['handle_alarm', 'acknowledge_alarm'] }),
      alarm('2', 2, { commands: ['handle_alarm'] }),
    ]
    expect(reached(found)).toEqual([
      { step: 'acknowledge_alarm', ids: ['1'] },
      { step: 'handle_alarm', ids: ['1', '2'] },
    ])
  })

  it('is nothing for who has no duty', () => {
    expect(reached([alarm('1', 1)])).toEqual([])
  })
})

describe('whose they are and what was done', () => {
  it('names the holders of each duty once', () => {
    const two = alarm('2', 2, { owners: [{ id: 'wu', name: '吴工艺' }] })
    const control = alarm('3', 3, { owner: 'control', owners: [] })
    expect(ownersOf([alarm('1', 1), two, alarm('4', 4), control])).toEqual([
      { duty: 'responsible', names: ['李工', '吴工艺'] },
      { duty: 'control', names: [] },
    ])
  })

  it('tells what people did about several once, the last first, and not each ringing', () => {
    const seen = deed('AlarmAcknowledged', '2026-11-21T08:20:00Z')
    const rang = deed('AlarmRecurred', '2026-11-21T08:21:00Z')
    const handled = deed('AlarmHandled', '2026-11-21T08:30:00Z', '阀门已关')
    const again = { ...seen, at: '2026-11-21T08:20:01Z' }
    const found = deeds([alarm('1', 1, { history: [seen, rang, handled] }), alarm('2', 2, { history: [again] })])
    expect(found).toEqual([handled, again])
  })
})
