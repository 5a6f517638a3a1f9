/** The hour of an instant, with its day when that is not today's by the server's clock. */
import { createApp, defineComponent, h } from 'vue'
import { createI18n } from 'vue-i18n'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { learn } from '@/sync/reckoning'
import { useWhen } from './useWhen'

const AT = '2026-11-23T00:59:59Z'

function shown(at: string): { readonly text: () => string; readonly end: () => void } {
  const place = document.createElement('p')
  const app = createApp(
    defineComponent({
      setup() {
        const { when } = useWhen()
        return () => h('time', when(at))
      },
    }),
  )
  app.use(createI18n({ legacy: false, locale: 'zh-CN', messages: { 'zh-CN': { none: '—' } } })).mount(place)
  return { text: () => place.textContent, end: () => { app.unmount() } }
}

beforeEach(() => { vi.useFakeTimers({ now: Date.parse('2026-11-23T15:59:58Z') }) })
afterEach(() => { vi.useRealTimers() })

it('has its day from midnight on, on a page that stays open', async () => {
  const page = shown(AT)
  expect(page.text()).toBe('08:59')
  await vi.advanceTimersByTimeAsync(3_000)
  expect(page.text()).toBe('11-23 08:59')
  page.end()
})

it('is told anew when the server says that the clock of this machine is a day wrong', async () => {
  vi.setSystemTime(Date.parse('2026-11-24T01:00:00Z'))
  const page = shown(AT)
  expect(page.text()).toBe('11-23 08:59')
  learn(Date.now(), '2026-11-23T01:00:00Z')
  await vi.advanceTimersByTimeAsync(1_100)
  expect(page.text()).toBe('08:59')
  page.end()
})
