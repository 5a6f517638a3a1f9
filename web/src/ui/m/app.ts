/** Starts the phone app. */
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { makeI18n } from '@/i18n'
import { keepReckoning, lastReckoning } from '@/store/lastReckoning'
import { isKiosk } from '@/store/kiosk'
import { rememberReckonings } from '@/sync/reckoning'
import { applyAppearance } from '@/ui/shared/appearance'
import { rememberSessions } from '@/ui/shared/session'
import '@/ui/shared/tokens.css'
import App from './App.vue'
import './phone.css'
import { router } from './router'
import { useKiosk } from './state/kiosk'
import { phoneMemory } from './state/memory'
import { useRelease } from './state/release'
import { en } from './words/en'
import { zhCN } from './words/zh-CN'

export function startPhone(place: string): void {
  applyAppearance()
  if (!isKiosk()) rememberSessions(phoneMemory)
  void rememberReckonings({ recall: lastReckoning, keep: keepReckoning })
  const app = createApp(App).use(createPinia()).use(router).use(makeI18n({ 'zh-CN': zhCN, en }))
  void useKiosk()
    .load()
    .then(() => app.mount(place))
  // After the first screen: what makes the app open without a network must not make its first opening slower.
  void router.isReady().then(() => useRelease().begin())
}
