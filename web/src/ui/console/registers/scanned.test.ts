import { expect, test } from 'vitest'
import type { Scan } from '@/sync/scans'
import { filled, scannedOf } from './scanned'

const field = (name: string, value: string | null, doubts: string[] = []): Scan['fields'][number] => ({ name, value, doubts, cutting: null, sure: 1 })
const scan = (...fields: Scan['fields']): Scan => ({ document: 'special_operation', advice: [], fields, sha256: 'a' })
const card = scannedOf('certificates')

test('what is sure fills what is empty, and nothing else', () => {
  const read = scan(field('number', 'T1'), field('issuer', '甲'), field('item', '焊', ['nearest']), field('category', '焊接'), field('valid_to', null))
  const typed = { kind: '', number: '', issuer: '乙', item: '', valid_to: '' }
  expect(card && filled(card, read, typed)).toEqual({ kind: 'special_operation', number: 'T1' })
})

test('registers without a document are not read', () => {
  expect(scannedOf('sites')).toBeNull()
})
