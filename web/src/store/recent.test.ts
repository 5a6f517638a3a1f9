import { beforeEach, expect, it } from 'vitest'
import { recentOf, rememberRecent } from '@/store/recent'

const opened = (id: string): Parameters<typeof rememberRecent>[1] => ({ kind: 'person', id, code: null, name: id })

beforeEach(() => {
  localStorage.clear()
})

it('the newest is first, each once, and a few stay', () => {
  for (const id of ['a', 'b', 'a']) rememberRecent('li', opened(id))
  expect(recentOf('li').map(({ id }) => id)).toEqual(['a', 'b'])
  for (let at = 0; at < 12; at += 1) rememberRecent('li', opened(`n${at}`))
  expect(recentOf('li')).toHaveLength(8)
})

it('nobody sees what another account opened', () => {
  rememberRecent('li', opened('a'))
  expect(recentOf('wang')).toEqual([])
})

it.each(['no json', '{}', '[1, null, {"kind": "person"}]'])('what is no such list is empty: %s', (text) => {
  localStorage.setItem('davy.recent.li', text)
  expect(recentOf('li')).toEqual([])
})
