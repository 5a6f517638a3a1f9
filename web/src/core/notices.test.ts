import { expect, it } from 'vitest'
import { byDay, learned, readAt, unreadSince } from '@/core/notices'
import type { Notice } from '@/core/notices'

const row = (id: string, more: Partial<Notice> = {}): Notice => ({
  id,
  kind: 'PermitIssued',
  severity: 'task',
  title: { zh: id, en: id },
  permit: null,
  alarm: null,
  emergency: null,
  at: '2026-11-23T04:00:00.000Z',
  read_at: null,
  ...more,
})
const ids = (rows: readonly Notice[]): string => rows.map(({ id }) => id).join('')

it('keeps older pages when newer notices push rows off the newest page', () => {
  const first = learned([], [row('f'), row('e')], null, true)
  const both = learned(first, [row('d'), row('c')], 'e', true)
  expect(ids(both)).toBe('fedc')
  expect(ids(learned(both, [row('h'), row('g')], null, true))).toBe('hgfedc')
})

it('forgets what is gone within the stretch a page tells of, and below a last page', () => {
  const known = [row('f'), row('e'), row('d'), row('c')]
  expect(ids(learned(known, [row('g'), row('d')], null, true))).toBe('gdc')
  expect(ids(learned(known, [row('f')], null, false))).toBe('f')
  expect(ids(learned(known, [], 'e', false))).toBe('fe')
})

it('takes the newer word about a row that is known', () => {
  const known = [row('b'), row('a')]
  expect(learned(known, [row('b', { read_at: 'now' })], null, true)[0]?.read_at).toBe('now')
})

it('marks what was unread and puts back exactly that', () => {
  const rows = [row('b'), row('a', { read_at: 'before' })]
  const read = readAt(rows, null, 'now')
  expect(read.map(({ read_at: at }) => at)).toEqual(['now', 'before'])
  expect(unreadSince(read, 'now')).toEqual(rows)
  expect(readAt(rows, ['a'], 'now')).toEqual(rows)
})

it('groups by the day of the plant, and leaves out what stands on top', () => {
  const rows = [
    row('c', { at: '2026-11-23T16:30:00.000Z' }),
    row('b', { at: '2026-11-23T15:30:00.000Z' }),
    row('a', { at: '2026-11-23T01:00:00.000Z' }),
  ]
  expect(byDay(rows, []).map(({ day, rows: found }) => [day, ids(found)])).toEqual([
    ['2026-11-24', 'c'],
    ['2026-11-23', 'ba'],
  ])
  expect(byDay(rows, [row('b')]).map(({ rows: found }) => ids(found))).toEqual(['c', 'a'])
})
