import { flushPromises, mount } from '@vue/test-utils'
import { createPinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import type { DeskCommand } from '@/core/desk'
import { incidents } from '@/core/incidents'
import type { AlarmRow } from '@/core/records'
import { makeI18n } from '@/i18n'
import { prefer } from '@/store/preferences'
import { en } from '@/ui/console/words/en'
import { zhCN } from '@/ui/console/words/zh-CN'
import IncidentDetail from '@/ui/console/parts/IncidentDetail.vue'

const { readEachAlarm, giveAtDesk } = vi.hoisted(() => ({ readEachAlarm: vi.fn(), giveAtDesk: vi.fn() }))
vi.mock('@/sync/registers', () => ({ readEachAlarm, giveAtDesk, readAlarm: vi.fn() }))

const row = (id: string, more: object = {}) => ({
  id,
  permit: null,
  code: null,
  kind: 'gas_limit',
  subject: 'upper',
  owner: 'responsible',
  severity: 'red',
  state: 'raised',
  count: 1,
  title: { zh: '气体超限', en: 'Gas out of limits' },
  about: null,
  remedy: { zh: '人员撤离', en: 'Leave' },
  at: '2026-11-21T08:00:00Z',
  last_at: '2026-11-21T08:05:00Z',
  commands: ['acknowledge_alarm', 'handle_alarm'],
  told: [],
  history: [],
  ...more,
})
const rows = [row('1'), row('2', { commands: ['handle_alarm', 'close_alarm'], state: 'acknowledged' }), row('3')]
const given = (): unknown[] =>
  giveAtDesk.mock.calls.map(([command]: DeskCommand[]) => [command?.stream, command?.kind, command?.body])

async function shown() {
  const [incident] = incidents(rows as unknown as readonly AlarmRow[])
  if (!incident) throw new Error('no incident')
  prefer('language', 'zh-CN')
  const i18n = makeI18n({ 'zh-CN': zhCN, en })
  const found = mount(IncidentDetail, { props: { incident }, global: { plugins: [createPinia(), i18n], stubs: { RouterLink: true } } })
  await flushPromises()
  const press = async (words: string): Promise<void> => {
    const button = found.findAll('button').find((each) => each.text().includes(words))
    await button?.trigger('click')
    await flushPromises()
  }
  return { found, press }
}

beforeEach(() => {
  readEachAlarm.mockReset().mockResolvedValue({ ok: true, data: rows })
  giveAtDesk.mockReset().mockResolvedValue({ ok: true, data: {} })
})

it('tells how many each step reaches, and at which point each alarm rang', async () => {
  const { found } = await shown()
  const told = ['确认收到（2 条）', '登记处置（3 条）', '关闭报警（1 条）', '上部']
  for (const words of told) expect(found.text()).toContain(words)
})

it('acknowledging reaches each alarm that waits for it, and no other', async () => {
  const { found, press } = await shown()
  expect(found.text()).toContain('确认收到（2 条）')
  await press('确认收到')
  expect(given()).toEqual([
    ['alarm/1', 'acknowledge_alarm', {}],
    ['alarm/3', 'acknowledge_alarm', {}],
  ])
})

it('handling asks for a note and writes it to each, whatever one of them refuses', async () => {
  giveAtDesk.mockResolvedValueOnce({ ok: false, problem: { says: { zh: '已由别人处置', en: '' }, reasons: [], remedies: [] } })
  const { found, press } = await shown()
  await press('登记处置')
  expect(given()).toEqual([])
  await found.find('textarea').setValue(' 阀门已关 ')
  await press('登记处置')
  expect(given()).toEqual(['1', '2', '3'].map((id) => [`alarm/${id}`, 'handle_alarm', { note: '阀门已关' }]))
  expect(found.text()).toContain('已由别人处置')
})
