import { expect, test } from 'vitest'
import { firmStanding } from '@/core/contractors'
import type { FirmLine } from '@/core/contractors'

const FIRM: FirmLine = {
  id: 'f', code: 'C1', name: '宏安检修', active: true, banned: false, lacking: [], people: 3, admitted: 2, waiting: 0,
}

test('being shut out is told before a paper that is missing', () => {
  expect(firmStanding(FIRM)).toBe('good')
  expect(firmStanding({ ...FIRM, lacking: ['insurance'] })).toBe('lacking')
  expect(firmStanding({ ...FIRM, banned: true, lacking: ['insurance'] })).toBe('banned')
})
