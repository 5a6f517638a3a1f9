import { readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { asked, fitsZone } from '@/core/exMarks'
import { exWord, usesTerminal } from '@/core/terminals'

interface Case {
  readonly name: string
  readonly mark: string
  readonly zone: string | null
  readonly group?: string
  readonly temperature?: string
  readonly fits: boolean
}

const file = `${process.cwd()}/../src/davy_law/contracts/vectors/ex/marks.json`
const cases = JSON.parse(readFileSync(file, 'utf8')) as readonly Case[]
const zone = (told: string | null, group: string | null = null, temperature: string | null = null) => ({ zone: told, group, temperature })

test.each(cases)('a mark against a zone: $name', ({ mark, zone: told, group, temperature, fits }) => {
  expect(fitsZone(mark, zone(told, group, temperature))).toBe(fits)
})

describe('a phone before an Ex zone', () => {
  it('is told nothing where there is none', () => {
    expect(exWord(zone('none'), undefined)).toBeNull()
  })

  it('may be used when its mark is good enough there', () => {
    expect(exWord(zone('1', 'IIB', 'T4'), 'Ex ib IIB T4 Gb')).toBe('fit')
    expect(exWord(zone('1', 'IIC', 'T4'), 'Ex ib IIB T4 Gb')).toBe('weak')
    expect(exWord(zone('unknown'), 'Ex ib IIB T4 Gb')).toBe('vague')
    expect(exWord(zone('1', 'IIB'), 'Ex ib IIB T4 Gb')).toBe('vague')
    expect(exWord(zone('unknown'), 'Ex ia IIC T6 Ga')).toBe('fit')
  })

  it('is not to be used without a mark, in a zone nobody knows too', () => {
    expect(exWord(zone('2'), null)).toBe('plain')
    expect(exWord(zone('unknown'), '')).toBe('plain')
    expect(exWord(zone(null), null)).toBe('plain')
  })

  it('is a stranger when it is not enrolled', () => {
    expect(exWord(zone('1'), undefined)).toBe('stranger')
  })

  it('reads what is asked of it', () => {
    expect(asked(zone('1', 'IIB', 'T3'))).toBe('IIB T3 Gb')
    expect(asked(zone('unknown'))).toBe('IIC T6 Gb')
    expect(asked(zone('21'))).toBe('IIIC T85 Db')
  })
})

it('says where it is when it was more than a keyboard', () => {
  expect(usesTerminal({ purpose: 'work', photo: 'a' })).toBe(true)
  expect(usesTerminal({ what: 'word' })).toBe(false)
})
