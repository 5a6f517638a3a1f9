import { expect, it } from 'vitest'
import type { AlarmRow } from '@/core/records'
import { byPermit } from '@/ui/console/parts/ringing'

const alarm = (id: string, permit: string | null, last_at: string): AlarmRow => ({ id, permit, last_at }) as AlarmRow

it('alarms of one permit are one row, the newest leads', () => {
  const found = byPermit([
    alarm('1', 'p', '2026-11-21T08:00:00Z'),
    alarm('2', 'p', '2026-11-21T08:05:00Z'),
    alarm('3', null, '2026-11-21T08:03:00Z'),
    alarm('4', null, '2026-11-21T08:04:00Z'),
  ])
  expect(found.map(({ newest, more }) => [newest.id, more])).toEqual([
    ['2', 1],
    ['4', 0],
    ['3', 0],
  ])
})
