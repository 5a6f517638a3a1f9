import { describe, expect, it } from 'vitest'
import type { SiteWorks } from '@/core/works'
import { changes, oneOfEachType, without } from '@/core/works'

const title = { zh: '作业', en: 'Work' }
const row = (id: string, type = id, on = true) => ({ id, type, special: true, title, on })

describe('works of a site', () => {
  it('shows a type by its first scenario where the plain template is off', () => {
    const rows = [row('hot'), row('confined_trade', 'confined'), row('height_low', 'height'), row('height_mid', 'height')]
    expect(oneOfEachType(rows).map(({ id }) => id)).toEqual(['hot', 'confined_trade', 'height_low'])
  })

  it('tells what a choice takes away and brings', () => {
    const known: SiteWorks = {
      chosen: true,
      industry: '',
      off: ['road'],
      approval: null,
      templates: [row('hot'), row('road', 'road', false), row('digging')],
      industries: [],
      subsets: [],
    }
    const told = changes(known, without(known.templates, ['hot', 'road']))
    expect(told.gone.map(({ id }) => id)).toEqual(['digging'])
    expect(told.new.map(({ id }) => id)).toEqual(['road'])
  })
})
