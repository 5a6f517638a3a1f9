import { describe, expect, it } from 'vitest'
import { themeFor, THEMES } from '@/core/theme'

describe('the theme of the page', () => {
  it('is the chosen one whatever the system likes', () => {
    for (const theme of THEMES) for (const dark of [true, false]) expect(themeFor(theme, dark)).toBe(theme)
  })

  it('is the system’s where nothing known was chosen, and the sun’s only by choice', () => {
    expect([themeFor(null, true), themeFor(null, false), themeFor('pink', true)]).toEqual(['dark', 'light', 'dark'])
  })
})
