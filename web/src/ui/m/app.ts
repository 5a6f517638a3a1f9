/** Starts the phone app. */
import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { makeI18n } from '@/i18n'
import { applyAppearance } from '@/ui/shared/appearance'
import '@/ui/shared/tokens.css'
import App from './App.vue'
import './phone.css'
import { router } from './router'
import { en } from './words/en'
import { zhCN } from './words/zh-CN'

export function startPhone(place: string): void {
  applyAppearance()
  createApp(App).use(createPinia()).use(router).use(makeI18n({ 'zh-CN': zhCN, en })).mount(place)
}
