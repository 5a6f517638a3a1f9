import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { nextTick, ref, shallowRef } from 'vue'
import type { Problem } from '@/core/problem'
import { makeI18n } from '@/i18n'
import { prefer } from '@/store/preferences'
import Loading from '@/ui/console/parts/Loading.vue'
import { en } from '@/ui/console/words/en'
import { zhCN } from '@/ui/console/words/zh-CN'

const NO: Problem = {
  status: 0,
  code: 'no_answer',
  clause: null,
  says: { zh: '没有收到回答', en: 'No answer' },
  reasons: [],
  remedies: [],
}

function waits() {
  prefer('language', 'zh-CN')
  const asked = {
    data: shallowRef<unknown>(null),
    problem: ref<Problem | null>(null),
    asking: ref(true),
    ask: vi.fn(() => Promise.resolve()),
  }
  const screen = mount(Loading, {
    props: { asked, shape: 'table' as const },
    global: { plugins: [makeI18n({ 'zh-CN': zhCN, en })] },
  })
  return { asked, screen, bones: () => screen.findAll('.bone').length }
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('shows nothing for an answer that comes at once', async () => {
  const { asked, bones } = waits()
  vi.advanceTimersByTime(150)
  asked.data.value = []
  asked.asking.value = false
  await nextTick()
  vi.advanceTimersByTime(1000)
  await nextTick()
  expect(bones()).toBe(0)
})

it('shows the shape of what comes when it takes long, and nothing once it is there', async () => {
  const { asked, bones } = waits()
  vi.advanceTimersByTime(201)
  await nextTick()
  expect(bones()).toBeGreaterThan(0)
  asked.data.value = []
  await nextTick()
  expect(bones()).toBe(0)
})

it('does not come back when what is shown is asked for again', async () => {
  const { asked, bones } = waits()
  asked.data.value = []
  asked.asking.value = true
  await nextTick()
  vi.advanceTimersByTime(1000)
  await nextTick()
  expect(bones()).toBe(0)
})

it('says why there is nothing, and asks again on a press', async () => {
  const { asked, screen } = waits()
  asked.asking.value = false
  asked.problem.value = NO
  await nextTick()
  expect(screen.text()).toContain('没有收到回答')
  await screen.get('button').trigger('click')
  expect(asked.ask).toHaveBeenCalledOnce()
})
