/** One job of several works: what is entered once stands in every draft, the rest is each work's own. */
import { describe, expect, it } from 'vitest'
import type { Field, Template } from '@/core/template'
import { bundleOf, pairs, withAlso } from './useBundle'
import type { Also, Draft } from './useBundle'

const also: Field = {
  id: 'also_types',
  kind: 'choices',
  label: { zh: '同时', en: 'also' },
  required: false,
  choices: ['hot', 'confined', 'power'].map((id) => ({ id, zh: id, en: id })),
}
const hot = { id: 'hot', fields: [also] } as unknown as Template
const body: Draft = {
  type: 'hot',
  template: 'hot_tank',
  place: { site: 's', area: 'a', point: 'p' },
  window: { from: 'f', to: 't' },
  work: { mode: 'arc_welding' },
  crew: { responsible: 'li', guardian: 'wang', workers: ['qian'] },
  content: '罐内补焊',
  photos: ['x'],
  level: 'first',
  plan: { kind: 'booking', id: 'b' },
}
const other = (type: Also['type'], guardian: string, fields: readonly Field[] = [also]): Also => ({
  id: `the ${type}`,
  name: type,
  type,
  title: { zh: type, en: type },
  fields,
  work: { asked: type },
  guardian: { id: guardian, name: guardian },
})

describe('a job of several works', () => {
  const [fire, space, power] = bundleOf({ id: 'the hot', body }, hot, [other('confined', 'zhou'), other('power', 'wu')])

  it('says place, time, people, photo, content and plan once for all', () => {
    for (const one of [space, power]) {
      expect(one?.body).toMatchObject({ place: body.place, window: body.window, content: '罐内补焊', photos: ['x'], plan: body.plan })
      expect(one?.body.crew).toMatchObject({ responsible: 'li', workers: ['qian'] })
    }
  })

  it('gives each permit its own guardian, its own answers, and no level or template of another', () => {
    expect([fire, space, power].map((one) => one?.body.crew?.guardian)).toEqual(['wang', 'zhou', 'wu'])
    expect(space?.body.work).toEqual({ asked: 'confined', also_types: ['hot', 'power'] })
    expect([space?.body.level, space?.body.template]).toEqual([undefined, undefined])
    expect([fire?.body.level, fire?.body.template]).toEqual(['first', 'hot_tank'])
  })

  it('names the other works in each, and the drafts before it', () => {
    expect(fire?.body.work).toEqual({ mode: 'arc_welding', also_types: ['confined', 'power'] })
    expect([fire, space, power].map((one) => one?.body.links)).toEqual([undefined, ['the hot'], ['the hot', 'the confined']])
    expect(pairs([fire, space, power].filter((one) => one !== undefined))).toEqual([
      ['the hot', 'the confined'],
      ['the hot', 'the power'],
      ['the confined', 'the power'],
    ])
  })

  it('names no work that a template does not know', () => {
    expect(withAlso([also], { also_types: ['power'] }, ['height', 'hot'])).toEqual({ also_types: ['power', 'hot'] })
    expect(withAlso([], { a: true }, ['hot'])).toEqual({ a: true })
  })

  it('links no permit to a work that it cannot name', () => {
    expect(pairs(bundleOf({ id: 'the hot', body }, { ...hot, fields: [] }, [other('confined', 'zhou')]))).toEqual([])
  })

  it('leaves a single work as it is', () => {
    expect(bundleOf({ id: 'the hot', body }, hot, [])).toEqual([{ id: 'the hot', body }])
  })
})
