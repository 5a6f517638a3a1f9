import { readFileSync } from 'node:fs'
import { baseVersion } from '@/core/envelope'
import { describe, expect, it } from 'vitest'
import { LIVE, PLACED, RECORDING, SIGNED, STATES, STOPPING, TELLS_PLACE } from '@/core/lifecycle'

const folder = `${process.cwd()}/../src/davy_law/contracts/lifecycle/`
const rows = (file: string): string[] =>
  readFileSync(folder + file, 'utf8')
    .split('\n')
    .filter((line) => /^\w+:/.test(line))
const name = (row: string): string => row.split(':')[0] ?? ''

function marked(mark: string): string[] {
  return rows('commands.yaml')
    .filter((row) => row.includes(`${mark}: true`))
    .map(name)
    .sort()
}

describe('the lifecycle that the phone knows', () => {
  it('is the one of the contract', () => {
    expect(marked('stops')).toEqual([...STOPPING].sort())
    expect(marked('live')).toEqual([...LIVE].sort())
    expect(marked('position')).toEqual([...PLACED].sort())
    expect(marked('signs')).toEqual([...SIGNED].sort())
    expect(rows('states.yaml').map(name)).toEqual([...STATES])
  })

  it('writes down without a connection what stops and what was seen, and nothing that makes work live', () => {
    for (const kind of RECORDING) {
      expect(rows('commands.yaml').map(name)).toContain(kind)
      expect(LIVE.has(kind) || SIGNED.has(kind) || STOPPING.has(kind)).toBe(false)
      expect(baseVersion(kind, 7)).toBeNull() // nothing that somebody else's change would spoil
    }
  })

  it('never lets a stopping command make work live or wait for a position', () => {
    for (const kind of STOPPING) {
      expect(LIVE.has(kind) || PLACED.has(kind) || SIGNED.has(kind)).toBe(false)
    }
  })

  it('tells where one stands wherever that may be judged, but stops from anywhere', () => {
    expect([...TELLS_PLACE]).toEqual([...PLACED, 'sign_stage', 'resolve_cause', 'leave_space'])
    expect([...STOPPING].filter((kind) => TELLS_PLACE.has(kind))).toEqual(['leave_space'])
  })
})
