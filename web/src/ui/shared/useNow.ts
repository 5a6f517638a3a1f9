/** The server's time, moving on once a second for everything on the screen that counts. */
import { computed, onScopeDispose, readonly, ref } from 'vue'
import type { Ref } from 'vue'
import { plantClock } from '@/core/shanghai'
import { serverNow } from '@/sync/reckoning'

const now = ref(serverNow())
const today = computed(() => plantClock(new Date(now.value)).slice(0, 10))
let watchers = 0
let timer: ReturnType<typeof setInterval> | undefined

function start(): void {
  now.value = serverNow()
  timer = setInterval(() => {
    now.value = serverNow()
  }, 1000)
}

export function useNow(): Readonly<Ref<number>> {
  if (watchers === 0) start()
  watchers += 1
  onScopeDispose(() => {
    watchers -= 1
    if (watchers === 0) clearInterval(timer)
  })
  return readonly(now)
}

/** `2026-11-23` by the plant's clocks: it changes at midnight, and when the server corrects a clock that is wrong. */
export function useToday(): Readonly<Ref<string>> {
  useNow()
  return today
}
