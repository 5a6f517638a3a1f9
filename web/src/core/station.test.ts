import { describe, expect, it } from 'vitest'
import { FACTS, fieldsOf } from './station'
import type { FactName, Row } from './station'

const rows = (told: Partial<Record<FactName, Partial<Row>>>): Record<FactName, Row> =>
  Object.fromEntries(FACTS.map((name) => [name, { path: '', unit: '', words: '', ...told[name] }])) as Record<FactName, Row>

describe('how a station is read', () => {
  it('asks only for facts that have a place in the answer', () => {
    expect(fieldsOf(rows({ wind_force: { path: ' now.windSpeed ', unit: 'km/h' } }))).toEqual({
      wind_force: { path: 'now.windSpeed', unit: 'km/h' },
    })
  })

  it('takes words with either kind of comma and equals sign, and drops what is half typed', () => {
    expect(fieldsOf(rows({ rain: { path: 'now.text', words: '晴=none，小雨＝light, 大雨' } }))).toEqual({
      rain: { path: 'now.text', words: { 晴: 'none', 小雨: 'light' } },
    })
  })
})
