/** The server's time, moving on once a second for everything on the screen that counts. */
import { onScopeDispose, readonly, ref } from 'vue'
import type { Ref } from 'vue'
import { serverNow } from '@/sync/reckoning'

const now = ref(serverNow())
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
