import { expect, test } from 'vitest'
import { confirmable, lackingFirst, pressing, undoubted } from '@/core/ownFirm'
import type { OwnPerson, Submission, Submitted } from '@/core/ownFirm'

const handed = (id: string, state: Submission['state']): Submission => ({
  id, state, kind: 'paper', person_id: null, of_id: null, person_name: null, body: {}, scan: '', at: '', decided_at: null, why: '',
})
const person = (name: string, missing: OwnPerson['missing']): OwnPerson => ({
  id: name, name, hr_code: '', phone: '', id_last4: '', trade: '', team: '', photo: '', status: 'active',
  certificates: [], admissions: [], missing,
})

test('what was refused stands before what waits, and what is over last', () => {
  const found = pressing([handed('a', 'confirmed'), handed('b', 'waiting'), handed('c', 'taken_back'), handed('d', 'refused')])
  expect(found.map(({ id }) => id)).toEqual(['d', 'b', 'a', 'c'])
})

test('who lacks most stands first, others keep their order', () => {
  const found = lackingFirst([person('甲', []), person('乙', ['admission', 'phone']), person('丙', [])])
  expect(found.map(({ name }) => name)).toEqual(['乙', '甲', '丙'])
})

const submitted = (kind: Submitted['kind'], doubts: readonly (readonly [string, boolean])[], may = true): Submitted => ({
  ...handed('1', 'waiting'), kind, firm_id: 'f', firm_name: '', by: null, decided_by: null, may_decide: may,
  doubts: doubts.map(([code, stops]) => ({ code, stops, zh: '', en: '' })),
})

test('what cannot be confirmed, and who is to be let in, is never picked with others', () => {
  expect(confirmable(submitted('person', [['namesake', false]]))).toBe(true)
  expect(confirmable(submitted('person', [['person_elsewhere', true]]))).toBe(false)
  expect(confirmable(submitted('admission', []))).toBe(false)
  expect(confirmable(submitted('person', [], false))).toBe(false)
})

test('a row with anything to look at is not picked for somebody', () => {
  expect(undoubted(submitted('certificate', [['person_waits', false]]))).toBe(true)
  expect(undoubted(submitted('certificate', [['ended', false], ['person_waits', false]]))).toBe(false)
})
