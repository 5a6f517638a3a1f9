import { expect, test } from 'vitest'
import { lackingFirst, pressing } from '@/core/ownFirm'
import type { OwnPerson, Submission } from '@/core/ownFirm'

const handed = (id: string, state: Submission['state']): Submission => ({
  id, state, kind: 'paper', person_id: null, person_name: null, body: {}, scan: '', at: '', decided_at: null, why: '',
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
