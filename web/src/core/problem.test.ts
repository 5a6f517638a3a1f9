import { describe, expect, it } from 'vitest'
import { isPassing, NO_ANSWER, problemOf } from '@/core/problem'

const GAS = {
  code: 'requirement_not_met',
  clause: 'GB 30871-2022 5.3.1 c',
  says: { zh: '气体分析已过 34 分钟', en: 'The gas analysis is 34 minutes old' },
  remedy: null,
  values: {},
  missing: {
    requirement: 'hot.gas.before_start',
    clause: 'GB 30871-2022 5.3.1 c',
    title: { zh: '动火前30分钟内的气体分析', en: 'Gas analysis within 30 minutes' },
    outcome: 'failed',
    remedy: 'gas_round',
    until: null,
  },
}

describe('a refusal', () => {
  it('keeps its sentence, its clause and the way out of each reason', () => {
    const found = problemOf(409, {
      code: 'conditions_missing',
      clause: 'GB 30871-2022 4.6',
      detail: { zh: '不能开工', en: 'Work may not start' },
      missing: [GAS],
    })
    expect(found.says.zh).toBe('不能开工')
    expect(found.clause).toBe('GB 30871-2022 4.6')
    expect(found.reasons[0]?.says.en).toBe('The gas analysis is 34 minutes old')
    expect(found.reasons[0]?.condition?.remedy).toBe('gas_round')
  })

  it('takes the first reason where it has no sentence of its own', () => {
    expect(problemOf(409, { code: 'x', missing: [GAS] }).says.zh).toBe('气体分析已过 34 分钟')
  })

  it('reads a remedy that is a sentence and not a code', () => {
    const remedy = { zh: '重新检测', en: 'Test again' }
    expect(problemOf(409, { missing: [{ code: 'x', says: GAS.says, remedy }] }).reasons[0]?.remedy).toEqual(remedy)
  })

  it('tells where a malformed body is wrong', () => {
    const found = problemOf(422, { code: 'body_malformed', missing: [{ at: 'readings.0', wrong: 'unit' }] })
    expect(found.reasons[0]?.says.en).toBe('readings.0: unit')
  })

  it('has a sentence whatever arrives', () => {
    for (const body of [null, 'x', [], {}, { detail: 7, missing: 'no' }, { missing: [null, 3, {}] }]) {
      const found = problemOf(500, body)
      expect(found.says.zh).not.toBe('')
      expect(found.code).toBe('http_500')
      expect(found.reasons).toEqual([])
      expect(found.remedies).toEqual([])
    }
  })

  it('is worth another try only when nothing was decided', () => {
    expect(isPassing(NO_ANSWER)).toBe(true)
    expect(isPassing(problemOf(503, null))).toBe(true)
    expect(isPassing(problemOf(409, null))).toBe(false)
    expect(isPassing(problemOf(401, null))).toBe(false)
  })
})
