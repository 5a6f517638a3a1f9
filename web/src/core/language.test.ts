import { describe, expect, it } from 'vitest'
import { languageFor } from '@/core/language'

describe('the language of the screens', () => {
  it('is the one the person chose', () => {
    expect(languageFor('en', ['zh-CN'])).toBe('en')
  })

  it('is the first wish of the browser that Davy speaks', () => {
    expect(languageFor(null, ['fr-FR', 'en-GB', 'zh-CN'])).toBe('en')
    expect(languageFor(null, ['zh-Hant-HK', 'en'])).toBe('zh-CN')
  })

  it('is Chinese when nothing fits or the stored choice is spoiled', () => {
    expect(languageFor('klingon', ['fr'])).toBe('zh-CN')
    expect(languageFor(null, [])).toBe('zh-CN')
  })
})
