import { describe, expect, it } from 'vitest'
import { briefingLines, callsOf, voiceFor } from '@/core/aloud'
import type { Permit } from '@/core/types'

const voice = (lang: string, localService = true): { lang: string; localService: boolean } => ({ lang, localService })
const text = (zh: string): { zh: string; en: string } => ({ zh, en: zh })

describe('the voice', () => {
  it('is one of the phone itself, never one in the network', () => {
    expect(voiceFor([voice('zh-CN', false)], 'zh-CN')).toBeNull()
    expect(voiceFor([voice('zh-CN', false), voice('zh_CN')], 'zh-CN')).toEqual(voice('zh_CN'))
  })

  it('speaks the language of the screen, 普通话 before all', () => {
    expect(voiceFor([voice('zh-TW'), voice('cmn-CN')], 'zh-CN')?.lang).toBe('cmn-CN')
    expect(voiceFor([voice('zh-HK'), voice('yue-HK'), voice('en-US')], 'zh-CN')).toBeNull()
    expect(voiceFor([voice('zh-CN'), voice('en-AU')], 'en')?.lang).toBe('en-AU')
  })
})

describe('the briefing', () => {
  it('tells what was found to endanger and what is done against it, nothing that does not apply', () => {
    const permit = {
      briefing: { items: [text('先说风险')] },
      hazards: [
        { ...text('残料'), applies: true, controls: [{ id: 'a', ...text('吹扫') }, { id: 'b', ...text('蒸煮') }], chosen: ['a'] },
        { ...text('高处'), applies: false, controls: [], chosen: [] },
      ],
      measures: [{ ...text('备灭火器'), applies: true }, { ...text('铺沙'), applies: null }],
    } as unknown as Permit
    expect(briefingLines(permit, ({ zh }) => zh)).toEqual(['先说风险', '残料，吹扫', '备灭火器'])
  })
})

describe('a call', () => {
  const stopped = (duties: readonly string[], at = '08:00'): Permit =>
    ({
      id: 'p',
      mine: { duties },
      causes: [
        { id: 'stopped', kind: 'stopped', at, title: text('被叫停') },
        { id: 'break', kind: 'break', at, title: text('休息') },
      ],
      alarms: [
        { ids: ['a1'], state: 'raised', title: text('气体超限') },
        { ids: ['a2'], state: 'acknowledged', title: text('旧的') },
      ],
    }) as unknown as Permit

  it('goes to those who are at the work', () => {
    expect(callsOf(stopped(['worker'])).map(({ words }) => words.zh)).toEqual(['被叫停', '气体超限'])
    expect(callsOf(stopped(['approver']))).toEqual([])
  })

  it('is a new one when the same is told again', () => {
    const [first] = callsOf(stopped(['guardian']))
    const [again] = callsOf(stopped(['guardian'], '09:00'))
    expect(again?.key).not.toBe(first?.key)
  })
})
