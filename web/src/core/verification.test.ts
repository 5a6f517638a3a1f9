import { describe, expect, it } from 'vitest'
import { answerOf, emptyDraft, isReady, namesOf, textOf } from './verification'

const filled = {
  ...emptyDraft(), found: true, number: ' T1 ', name: '钱焊工', item: '低压电工作业', validTo: '2029-02-28', status: 'valid' as const,
}

describe('what was read on the official page', () => {
  it('keeps open what was left open', () => {
    expect(answerOf(filled)).toEqual({
      found: true, number: 'T1', name: '钱焊工', photo: '',
      records: [{ item: '低压电工作业', valid_from: null, valid_to: '2029-02-28', review_due: null, status: 'valid' }],
    })
    expect(answerOf({ ...filled, item: '' })).toMatchObject({ records: [] })
  })

  it('says nothing of a certificate that the page does not know', () => {
    expect(answerOf({ ...filled, found: false })).toEqual({ found: false, number: 'T1' })
  })

  it('is not sent without the number, the result and its picture', () => {
    expect(isReady(filled, 'a'.repeat(64))).toBe(true)
    expect(isReady(filled, '')).toBe(false)
    expect(isReady({ ...filled, number: ' ' }, 'a')).toBe(false)
    expect(isReady({ ...filled, found: null }, 'a')).toBe(false)
  })
})

describe('the names of a query service', () => {
  it('are read a line each and written back', () => {
    expect(namesOf('found = data.ok\n\nname=data.xm\nhalf=\n')).toEqual({ found: 'data.ok', name: 'data.xm' })
    expect(textOf({ found: 'data.ok', name: 'data.xm' })).toBe('found=data.ok\nname=data.xm')
  })
})
