import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import { NO_ANSWER } from '@/core/problem'
import { ofRows } from '@/core/ringing'
import type { AlarmRow } from '@/core/records'
import { makeI18n } from '@/i18n'
import { prefer } from '@/store/preferences'
import { heard } from '@/sync/link'
import { en } from '@/ui/m/words/en'
import { zhCN } from '@/ui/m/words/zh-CN'
import AlarmSheet from '@/ui/m/parts/AlarmSheet.vue'

const { readEachAlarm, deliver } = vi.hoisted(() => ({ readEachAlarm: vi.fn(), deliver: vi.fn() }))
vi.mock('@/sync/registers', () => ({ readEachAlarm }))
vi.mock('@/sync/commands', () => ({ deliver }))
vi.mock('@/ui/m/parts/BottomSheet.vue', () => ({
  default: { props: ['heading'], template: '<div><h2>{{ heading }}</h2><slot /><slot name="foot" /></div>' },
}))

const row = (id: string, commands: readonly string[], more: object = {}) => ({
  id,
  permit: 'p',
  number: 'DH-1',
  code: '31',
  kind: 'guardian_away',
  subject: 'wang',
  owner: 'shift_leader',
  severity: 'red',
  state: 'raised',
  count: 3,
  title: { zh: '监护人离岗', en: 'Guardian left the post' },
  about: null,
  remedy: { zh: '保持停工', en: 'Keep work stopped' },
  at: '2026-11-21T08:00:00Z',
  last_at: '2026-11-21T08:05:00Z',
  commands,
  owners: [{ id: 'feng', name: '冯班长' }],
  told: [],
  history: [],
  ...more,
})
type Row = ReturnType<typeof row>
const told = (...rows: readonly Row[]): void => {
  readEachAlarm.mockResolvedValue({ ok: true, data: rows })
}
const given = (): unknown[] =>
  deliver.mock.calls.map(([bytes]: string[]) => {
    const { stream, kind, body, app } = JSON.parse(bytes ?? '') as Record<string, unknown>
    return [stream, kind, body, app]
  })

async function shown(rows: readonly Row[], language: 'zh-CN' | 'en' = 'zh-CN') {
  const ringing = ofRows(rows as unknown as readonly AlarmRow[])
  if (!ringing) throw new Error('nothing rings')
  prefer('language', language)
  const found = mount(AlarmSheet, {
    props: { ringing, show: true },
    global: { plugins: [createPinia(), makeI18n({ 'zh-CN': zhCN, en })], stubs: { RouterLink: true } },
  })
  await flushPromises()
  const buttons = (): string[] => found.findAll('button').map((each) => each.text())
  const press = async (words: string): Promise<void> => {
    await found.findAll('button').find((each) => each.text() === words)?.trigger('click')
    await flushPromises()
  }
  return { found, buttons, press }
}

const BOTH = ['acknowledge_alarm', 'handle_alarm']

beforeEach(() => {
  heard(true)
  readEachAlarm.mockReset()
  deliver.mockReset().mockResolvedValue({ ok: true, data: {} })
})

it('tells what rang, how often, the code, what to do and whose it is, and that nothing here resumes work', async () => {
  told(row('1', BOTH))
  const { found, buttons } = await shown([row('1', BOTH)])
  const words = ['监护人离岗', '响了 3 次', 'AQ 3064.2 A.4 · 31', '保持停工', '当班班长 冯班长', '未确认']
  for (const one of [...words, '确认、处置、关闭都不会让作业恢复']) expect(found.text()).toContain(one)
  expect(buttons()).toEqual(['确认收到', '处置'])
})

it('acknowledging needs no words and reaches each alarm that waits for it', async () => {
  const rows = [row('1', BOTH), row('2', ['handle_alarm']), row('3', BOTH)]
  told(...rows)
  const { buttons, press } = await shown(rows)
  expect(buttons()).toEqual(['确认收到（2 条）', '处置（3 条）'])
  await press('确认收到（2 条）')
  expect(given()).toEqual(['1', '3'].map((id) => [`alarm/${id}`, 'acknowledge_alarm', {}, 'm/0.1.0']))
})

it('handling asks for words and sends them', async () => {
  told(row('1', BOTH))
  const { found, buttons, press } = await shown([row('1', BOTH)])
  await press('处置')
  expect(buttons()).toEqual(['先写清楚再登记', '返回'])
  await press('先写清楚再登记')
  expect(given()).toEqual([])
  await found.find('textarea').setValue(' 已换人监护 ')
  await press('登记处置')
  expect(given()).toEqual([['alarm/1', 'handle_alarm', { note: '已换人监护' }, 'm/0.1.0']])
  expect(buttons()).toEqual(['确认收到', '处置'])
})

it('a lost answer is told, and pressing again sends the same bytes', async () => {
  told(row('1', BOTH))
  deliver.mockResolvedValueOnce({ ok: false, problem: NO_ANSWER })
  const { found, press } = await shown([row('1', BOTH)])
  await press('确认收到')
  expect(found.text()).toContain('不知道办成没有')
  await press('确认收到')
  const [first, second] = deliver.mock.calls
  expect(second).toEqual(first)
  expect(found.text()).not.toContain('不知道办成没有')
})

it('what one alarm refuses is said and keeps nobody from the others', async () => {
  const rows = [row('1', BOTH), row('2', BOTH)]
  told(...rows)
  deliver.mockResolvedValueOnce({ ok: false, problem: { ...NO_ANSWER, status: 409, says: { zh: '已由别人确认', en: '' } } })
  const { found, press } = await shown(rows)
  await press('确认收到（2 条）')
  expect(given()).toHaveLength(2)
  expect(found.text()).toContain('已由别人确认')
})

it('who has no duty reads, and has nothing to press', async () => {
  told(row('1', []))
  const { found, buttons } = await shown([row('1', [])])
  expect(buttons()).toEqual([])
  expect(found.text()).toContain('这条报警不归您处置')
})

it('what is handled waits for who may close it; what is closed says so', async () => {
  told(row('1', [], { state: 'handled' }))
  const waits = await shown([row('1', [])])
  expect(waits.found.text()).toContain('等当班班长、签发方或中控关闭')
  told(row('1', [], { state: 'closed' }))
  const closed = await shown([row('1', [])], 'en')
  expect(closed.found.text()).toContain('This alarm is closed.')
})

it('offline it says so, offers nothing and still tells what to do', async () => {
  heard(false)
  readEachAlarm.mockResolvedValue({ ok: false, problem: NO_ANSWER })
  const { found, buttons } = await shown([row('1', BOTH)])
  expect(buttons()).toEqual(['重试'])
  expect(found.text()).toContain('离线，现在不能确认')
  expect(found.text()).toContain('保持停工')
})

it('what cannot be read is said, and can be asked again', async () => {
  readEachAlarm.mockResolvedValue({ ok: false, problem: { ...NO_ANSWER, status: 500, says: { zh: '出错了', en: '' } } })
  const { found, buttons, press } = await shown([row('1', BOTH)])
  expect(found.text()).toContain('出错了')
  expect(buttons()).toEqual(['重试'])
  told(row('1', BOTH))
  await press('重试')
  expect(buttons()).toEqual(['确认收到', '处置'])
})
