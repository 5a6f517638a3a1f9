import { describe, expect, it } from 'vitest'
import { ROOMS } from '@/ui/console/frame/rooms'
import { help as en } from './en'
import { keySays, pieces, search } from './shape'
import { help as zh } from './zh-CN'

const SOURCES = import.meta.glob('/src/ui/console/**/*.vue', { query: '?raw', import: 'default', eager: true })

/** The keys of every table given to useKeys, as the source has them. */
function tables(): readonly string[] {
  const found = Object.values(SOURCES).flatMap((text) => {
    const [, table = ''] = /\buseKeys\(\{([\s\S]*?)\n\}\)/.exec(text) ?? []
    return [...table.matchAll(/^ {2}(?:'([^']+)'|(\w+)):/gm)].map(([, quoted, plain]) => quoted ?? plain ?? '')
  })
  return [...new Set(found)]
}

describe('the help of the console', () => {
  it.each([zh, en])('has a page for every room, with three tasks and a clause', (help) => {
    for (const { name } of ROOMS) {
      expect(help.pages[name].what.length).toBeGreaterThan(10)
      expect(help.pages[name].tasks).toHaveLength(3)
      expect(help.pages[name].clause).not.toBe('')
    }
  })

  it.each([zh, en])('has words for every key that a room listens to', (help) => {
    expect(tables()).toContain('j')
    for (const key of tables()) expect(keySays(help, 'permits', key), key).not.toBeNull()
  })

  it('finds a word in any page and among the terms', () => {
    expect(search(zh, '退回').map(({ topic }) => topic)).toContain('approvals')
    expect(search(zh, '盲板').some(({ topic }) => topic === null)).toBe(true)
    expect(search(zh, ' ')).toEqual([])
    expect(search(zh, '没有这个词')).toEqual([])
  })

  it('is text and never markup', () => {
    for (const help of [zh, en]) expect(JSON.stringify(help)).not.toMatch(/<[a-z]/i)
  })
})

describe('a heading with terms', () => {
  it('is cut at them and stays whole', () => {
    const cut = pieces(zh.terms, '隔离和盲板')
    expect(cut.map(({ text }) => text).join('')).toBe('隔离和盲板')
    expect(cut.filter(({ says }) => says !== null).map(({ text }) => text)).toEqual(['隔离', '盲板'])
  })

  it('takes the longer of two terms', () => {
    const terms = [
      { word: '作业', says: 'a' },
      { word: '交叉作业', says: 'b' },
    ]
    expect(pieces(terms, '交叉作业')).toEqual([{ text: '交叉作业', says: 'b' }])
  })
})
