import { expect, test } from 'vitest'
import { wordOf } from './park'

test('a partner that was heard long ago is silent, one that never was is waited for', () => {
  expect(wordOf({ state: 'active', fresh: true, took_at: '2026-11-23T00:30:00.000Z' })).toBe('fresh')
  expect(wordOf({ state: 'active', fresh: false, took_at: '2026-11-23T00:30:00.000Z' })).toBe('silent')
  expect(wordOf({ state: 'active', fresh: false, took_at: null })).toBe('waits')
  expect(wordOf({ state: 'invited', fresh: false, took_at: null })).toBe('invited')
  expect(wordOf({ state: 'ended', fresh: false, took_at: null })).toBe('ended')
})
