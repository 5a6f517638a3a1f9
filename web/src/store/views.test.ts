import { beforeEach, expect, it } from 'vitest'
import { handedOver, savedViews } from '@/store/views'

beforeEach(() => {
  localStorage.clear()
})

it('views of the browser are read until they were handed over', () => {
  const view = { name: '现场未清', query: { clearance: 'open' } }
  localStorage.setItem('davy.views', JSON.stringify([view]))
  expect(savedViews()).toEqual([view])
  handedOver()
  expect(savedViews()).toEqual([])
})

it.each(['no json', '{"name":"x"}', '[{"name":1,"query":{}}]', '[{"name":"x","query":[]}]', '[null]'])(
  'what is no list of views is no view: %s',
  (text) => {
    localStorage.setItem('davy.views', text)
    expect(savedViews()).toEqual([])
  },
)
