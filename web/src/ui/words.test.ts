import { describe, expect, it } from 'vitest'
import { zhCN } from '@/i18n/zh-CN'
import type { Messages } from '@/i18n'
import { zhCN as desk } from '@/ui/console/words/zh-CN'
import { zhCN as phone } from '@/ui/m/words/zh-CN'

const keys = (tree: string | Messages | undefined): string[] => (typeof tree === 'object' ? Object.keys(tree) : [])

describe('the words of an app stand beside those both share', () => {
  it.each<[string, Messages]>([
    ['desk', desk],
    ['phone', phone],
  ])('%s: what it says anew, it says whole', (_, own) => {
    const shared: Messages = zhCN
    const lost = Object.keys(own).flatMap((top) => keys(shared[top]).filter((key) => !keys(own[top]).includes(key)).map((key) => `${top}.${key}`))
    expect(lost).toEqual([])
  })
})
