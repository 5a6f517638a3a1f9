/** Whether the server can be reached, as the last attempt told, and who wants to know when that changes. */

type Listener = (up: boolean) => void

let up = typeof navigator === 'undefined' || navigator.onLine
const listeners = new Set<Listener>()

function set(now: boolean): void {
  if (now === up) return
  up = now
  for (const listener of listeners) listener(up)
}

/** Told by every question: somebody answered, or nobody did. */
export function heard(answered: boolean): void {
  set(answered)
}

export function isUp(): boolean {
  return up
}

/** Calls back at each change; returns how to stop listening. */
export function onLink(listener: Listener): () => void {
  listeners.add(listener)
  return () => {
    listeners.delete(listener)
  }
}

/** The browser knows at once when the network goes; that it came back is only believed when the server answers. */
export function watchNetwork(askAgain: () => void): () => void {
  const gone = (): void => {
    set(false)
  }
  globalThis.addEventListener('offline', gone)
  globalThis.addEventListener('online', askAgain)
  return () => {
    globalThis.removeEventListener('offline', gone)
    globalThis.removeEventListener('online', askAgain)
  }
}
