import { beforeEach, expect, it } from 'vitest'
import { forgetView, savedViews, saveView } from '@/store/views'

beforeEach(() => {
  localStorage.clear()
})

it('a view is kept by its name, replaced and forgotten', () => {
  saveView({ name: '现场未清', query: { clearance: 'open' } })
  saveView({ name: '我的', query: { mine: '1' } })
  saveView({ name: '现场未清', query: { clearance: 'open', type: 'hot' } })
  expect(savedViews()).toEqual([
    { name: '我的', query: { mine: '1' } },
    { name: '现场未清', query: { clearance: 'open', type: 'hot' } },
  ])
  forgetView('我的')
  expect(savedViews().map(({ name }) => name)).toEqual(['现场未清'])
})

it.each(['no json', '{"name":"x"}', '[{"name":1,"query":{}}]', '[{"name":"x","query":[]}]', '[null]'])(
  'what is no list of views is no view: %s',
  (text) => {
    localStorage.setItem('davy.views', text)
    expect(savedViews()).toEqual([])
  },
)
