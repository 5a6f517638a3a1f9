import { expect, it } from 'vitest'
import type { PermitRow } from '@/core/types'
import type { SitePlan } from '@/sync/plan'
import { alarmMarks, areaMarks, gradeOf, gradeWords, isolationMarks, peopleMarks, permitMarks, placedBy } from '@/ui/console/map/marks'
import type { Area, Spots } from '@/ui/console/map/marks'

const t = (key: string, values: Readonly<Record<string, unknown>> = {}): string =>
  [key, ...Object.values(values).map(String)].join(' ')
const none: Spots = new Map()

function area(over: Partial<Area>): Area {
  return { id: 'a', name: 'Tank farm', code: 'T', x: 1, y: 2, risk_grade: null, risks: [], frozen: null, stops: [], ...over }
}

it('an area has the worse colour of what is declared and of the work there', () => {
  expect(gradeOf(area({ risk_grade: 'yellow', risks: ['blue'] }))).toBe('yellow')
  expect(gradeOf(area({ risk_grade: 'blue', risks: ['orange'] }))).toBe('orange')
  expect(gradeOf(area({}))).toBeNull()
})

it('work that nobody graded is said to be so, and its colour is no low one', () => {
  const unknown = area({ risk_grade: 'blue', risks: ['unknown'] })
  expect(gradeOf(unknown)).toBe('red')
  expect(gradeWords(unknown, t)).toBe('map.ungraded')
})

it('an area tells grade and freeze in words, and without a place is not drawn', () => {
  const frozen = { post: 'control_room', by: null, at: '2026-11-23T00:30:00Z' }
  const [mark] = areaMarks([area({ risk_grade: 'red', frozen }), area({ id: 'b', x: null })], 'a', t)
  expect(mark?.words).toBe('Tank farm · risk.grade.red · map.frozen')
  expect(mark?.face).toBe('red frozen chosen')
  expect(areaMarks([area({ x: null })], null, t)).toEqual([])
})

it('alarms of one place are one mark with their number, and those without a place are none', () => {
  const bell = (id: string, x: number | null): SitePlan['bells'][number] =>
    ({ id, x, y: x, point: 'P', point_id: 'p', title: { zh: id, en: id } }) as SitePlan['bells'][number]
  const marks = alarmMarks([bell('new', 5), bell('old', 5), bell('lost', null)], none, ({ en }) => en)
  expect(marks).toHaveLength(1)
  expect(marks[0]).toMatchObject({ id: 'alarm:new', text: '2', words: 'P · new · old' })
})

it('a point without a place stands where its position puts it', () => {
  const row = { id: '1', state: 'active', clearance: 'none', point: { id: 'p', name: 'P', x: null, y: null } } as PermitRow
  expect(permitMarks([row], t)).toEqual([])
  const spots: Spots = new Map([['p', { x: 7, y: 8 }]])
  expect(permitMarks(placedBy([row], spots), t)[0]).toMatchObject({ x: 7, y: 8, face: 'active' })
})

it('people tell how many of them are inside, somebody the register lost too', () => {
  const here = [
    { id: '1', name: '李', inside: true, duty: 'worker' as const },
    { id: '2', name: null, inside: false, duty: 'worker' as const },
  ]
  const [mark] = peopleMarks([{ permit: 'x', number: 'N', point: 'P', point_id: 'p', x: 1, y: 1, here }], none, t)
  expect(mark).toMatchObject({ id: 'people:x', text: '1/2', face: 'inside' })
  expect(mark?.words).toContain('map.someone')
})

it('an isolation with a point that is not verified is drawn as open', () => {
  const row = { id: 'i', number: 'GL-1', title: 'T', state: 'open', points: 3, verified: 2, point_id: null, x: 1, y: 1, at_area: true }
  expect(isolationMarks([row], none, t)[0]).toMatchObject({ face: 'open-points' })
  expect(isolationMarks([{ ...row, verified: 3 }], none, t)[0]?.face).toBe('')
})
