import { describe, expect, it, vi } from 'vitest'
import { prefer, preference } from '@/store/preferences'

describe('preferences', () => {
  it('are remembered by this browser', () => {
    prefer('language', 'en')
    expect(preference('language')).toBe('en')
    expect(preference('text')).toBeNull()
  })

  it('are forgotten quietly where storage is refused', () => {
    vi.stubGlobal('localStorage', {
      getItem: () => {
        throw new Error('denied')
      },
      setItem: () => {
        throw new Error('denied')
      },
    })
    expect(() => {
      prefer('theme', 'dark')
    }).not.toThrow()
    expect(preference('theme')).toBeNull()
    vi.unstubAllGlobals()
  })
})
