import { describe, expect, it } from 'vitest'
import { cheapBreak, isGuarded, needsOf, nextOf, reasonsOf, saidOf } from '@/core/causes'
import type { Cause, Condition, Permit, TimelineRow } from '@/core/types'

const STOP = '2026-11-21T08:00:00.000Z'
const BEFORE = '2026-11-21T07:59:00.000Z'
const AFTER = '2026-11-21T08:10:00.000Z'

const row = (type: string, more: Partial<TimelineRow> = {}): TimelineRow => ({
  seq: 1,
  type,
  title: { zh: type, en: type },
  at: STOP,
  occurred_at: STOP,
  recorded_at: STOP,
  by: { id: null, name: null },
  about: null,
  data: {},
  names: {},
  private: {},
  hash: '',
  ...more,
})

const cause = (kind: string, more: Partial<Cause> = {}): Cause => ({
  id: kind,
  kind,
  title: { zh: kind, en: kind },
  detail: null,
  by: null,
  at: STOP,
  closed_by: [],
  needs: [],
  mine: false,
  told: [],
  ...more,
})

const nothing = { gas: { plan: null, lacks: {}, curve: null, rounds: [] }, measures: [], requirements: [], pause: null, stood_by_at: null } as unknown as Permit

const round = (at: string, verdict = 'pass', complete = true): unknown => ({ sampled_at: at, verdict, complete })
const gassed = (...rounds: unknown[]): Permit => ({ ...nothing, gas: { plan: null, lacks: {}, curve: null, rounds } }) as Permit
const measured = (...measures: unknown[]): Permit => ({ ...nothing, measures }) as Permit
const only = (found: readonly { readonly met: boolean | null }[]): boolean | null | undefined => found[0]?.met

describe('a cause of a stop', () => {
  it('asks for a round that was sampled after it began, complete and passing', () => {
    const gas = cause('gas', { needs: ['round'] })
    expect(only(needsOf(gas, nothing))).toBe(false)
    expect(only(needsOf(gas, gassed(round(BEFORE))))).toBe(false)
    expect(only(needsOf(gas, gassed(round(AFTER, 'fail'))))).toBe(false)
    expect(only(needsOf(gas, gassed(round(AFTER, 'pass', false))))).toBe(false)
    expect(only(needsOf(gas, gassed(round(AFTER))))).toBe(true)
  })

  it('believes the latest round, not the best', () => {
    const gas = cause('gas', { needs: ['round'] })
    expect(only(needsOf(gas, gassed(round(AFTER), round(AFTER, 'fail'))))).toBe(false)
  })

  it('asks for every measure of the ticket to be answered anew, as the server does', () => {
    const left = cause('guardian_left', { needs: ['measures'] })
    const old = { applies: true, at: BEFORE }
    const fresh = { applies: true, at: AFTER }
    expect(only(needsOf(left, measured(fresh, old)))).toBe(false)
    expect(only(needsOf(left, measured(fresh, { applies: false, at: BEFORE })))).toBe(false)
    expect(only(needsOf(left, measured(fresh, { applies: false, at: AFTER })))).toBe(true)
    expect(only(needsOf(left, measured()))).toBe(false)
  })

  it('asks for a guardian who stood by since', () => {
    const left = cause('guardian_left', { needs: ['guardian'] })
    expect(only(needsOf(left, nothing))).toBe(false)
    expect(only(needsOf(left, { ...nothing, stood_by_at: BEFORE }))).toBe(false)
    expect(only(needsOf(left, { ...nothing, stood_by_at: AFTER }))).toBe(true)
  })

  it('cannot tell beforehand whether somebody stands on site', () => {
    expect(only(needsOf(cause('stopped', { needs: ['on_site'] }), nothing))).toBeNull()
  })

  it('names the condition that lapsed and where it is put right', () => {
    const wind: Condition = {
      requirement: 'hot.wind',
      clause: '5.2.13',
      alarm: null,
      title: { zh: '风', en: 'Wind' },
      outcome: 'unknown',
      remedy: 'weather',
      until: null,
      evidence: {},
      marks: [],
      group: null,
      pack: 'gb30871-2022',
    }
    const lapsed = cause('requirement', { id: 'requirement:hot.wind' })
    expect(needsOf(lapsed, { ...nothing, requirements: [wind] })).toEqual([
      { need: 'condition', met: false, remedy: 'weather' },
    ])
    expect(only(needsOf(lapsed, { ...nothing, requirements: [{ ...wind, outcome: 'met' }] }))).toBe(true)
    expect(needsOf(lapsed, nothing)).toEqual([])
  })
})

describe('the guardian', () => {
  it('guards only a stop that he stood by after', () => {
    const pause = { decided_at: STOP, began_at: STOP, received_at: null, confirmed_at: null, by_gas: false }
    expect(isGuarded({ ...nothing, pause, stood_by_at: AFTER })).toBe(true)
    expect(isGuarded({ ...nothing, pause, stood_by_at: BEFORE })).toBe(false)
    expect(isGuarded({ ...nothing, pause, stood_by_at: null })).toBe(false)
    expect(isGuarded({ ...nothing, stood_by_at: AFTER })).toBe(false)
  })
})

describe('the words of a stop', () => {
  it('stand by their cause, the latest told', () => {
    const told = (reason: string): TimelineRow => row('WorkPaused', { data: { cause: 'anomaly' }, private: { reason } })
    expect(reasonsOf([told('漏气'), row('WorkPaused', { data: { cause: 'break' } }), told('又漏了')])).toEqual(
      new Map([['anomaly', '又漏了']]),
    )
  })

  it('are heard by their cause, those told since it was', () => {
    const heard = (voice: string, cause: string, recorded_at: string): TimelineRow =>
      row('VoiceAdded', { data: { voice, cause, about: 'stop' }, recorded_at })
    const track = [heard('old', 'stopped', BEFORE), heard('other', 'gas', AFTER), heard('mine', 'stopped', AFTER)]
    expect(saidOf(track, { id: 'stopped', at: STOP })).toEqual(['mine'])
  })

  it('say how long a break stays cheap', () => {
    expect(cheapBreak({ type: 'hot', level: 'first' })).toBe(30)
    expect(cheapBreak({ type: 'hot', level: 'special' })).toBe(30)
    expect(cheapBreak({ type: 'hot', level: 'second' })).toBe(60)
    expect(cheapBreak({ type: 'confined', level: 'none' })).toBe(60)
  })
})

describe('on a stopped permit a person', () => {
  const pause = { decided_at: STOP, began_at: STOP, received_at: null, confirmed_at: null, by_gas: false }
  const stopped = (commands: readonly string[], more: object = {}): Permit =>
    ({ ...nothing, pause, started_at: BEFORE, mine: { duties: [], tasks: [], commands }, ...more }) as unknown as Permit

  it('first confirms that it stopped, then stands by or resumes', () => {
    const confirmed = { pause: { ...pause, received_at: STOP, confirmed_at: STOP } }
    expect(nextOf(stopped(['confirm_stopped', 'receive_pause', 'resume']))).toBe('confirm_stopped')
    expect(nextOf(stopped(['confirm_stopped', 'resume'], confirmed))).toBe('resume')
    expect(nextOf(stopped(['confirm_stopped', 'stand_by'], confirmed))).toBe('stand_by')
    expect(nextOf(stopped(['confirm_stopped', 'stand_by'], { ...confirmed, stood_by_at: AFTER }))).toBeNull()
  })

  it('receives it when he may do no more', () => {
    expect(nextOf(stopped(['receive_pause']))).toBe('receive_pause')
    expect(nextOf(stopped(['receive_pause'], { pause: { ...pause, received_at: STOP } }))).toBeNull()
  })

  it('has nothing to confirm where work never started', () => {
    const never = { started_at: null }
    expect(nextOf(stopped(['confirm_stopped', 'stand_by', 'resume'], never))).toBe('resume')
  })
})
