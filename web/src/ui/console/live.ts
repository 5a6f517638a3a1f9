/** One stream of changes for all screens. Each is told at most once a second, however much happens. */
import { onScopeDispose } from 'vue'
import { listen } from '@/sync/changes'
import type { Change } from '@/sync/changes'

const CALM_MS = 1_000

interface Listener {
  readonly kinds: readonly string[]
  readonly call: () => void
  timer: ReturnType<typeof setTimeout> | undefined
  last: number
}

const listeners = new Set<Listener>()

function tell(listener: Listener): void {
  if (listener.timer !== undefined) return
  const wait = Math.max(0, listener.last + CALM_MS - performance.now())
  listener.timer = setTimeout(() => {
    listener.timer = undefined
    listener.last = performance.now()
    listener.call()
  }, wait)
}

export function changed(change: Change): void {
  for (const listener of listeners) if (listener.kinds.includes(change.kind)) tell(listener)
}

/** After a gap nobody knows what happened: everybody reads again. */
export function everything(): void {
  for (const listener of listeners) tell(listener)
}

/** Opens the stream; returns how to close it. */
export const openLive = (): (() => void) => listen(changed, everything)

/** Calls back after changes of these kinds, as long as the screen is there. */
export function useLive(kinds: readonly string[], call: () => void): void {
  const listener: Listener = { kinds, call, timer: undefined, last: -CALM_MS }
  listeners.add(listener)
  onScopeDispose(() => {
    clearTimeout(listener.timer)
    listeners.delete(listener)
  })
}
