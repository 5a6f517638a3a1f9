/** The server's word that something changed; reconnects by itself, ever more slowly, at most every half minute. */

export interface Change {
  readonly kind: string
  readonly id: string
  readonly version?: number
}

const FIRST_MS = 1_000
const SLOWEST_MS = 30_000

function changeOf(data: unknown): Change | null {
  try {
    const found = JSON.parse(String(data)) as Partial<Change>
    return typeof found.kind === 'string' && typeof found.id === 'string' ? (found as Change) : null
  } catch {
    return null
  }
}

/** `reopened` is called after each gap, and when the server says that something was lost: what was missed meanwhile must be read again. Returns how to stop. */
export function listen(
  changed: (change: Change) => void,
  reopened: () => void,
  path = '/api/v1/stream',
): () => void {
  let source: EventSource | null = null
  let pause = FIRST_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  let broken = false

  const open = (): void => {
    source = new EventSource(path)
    source.onopen = () => {
      pause = FIRST_MS
      if (broken) reopened()
      broken = false
    }
    source.addEventListener('change', (event) => {
      const change = changeOf(event.data)
      if (change !== null) changed(change)
    })
    source.addEventListener('resync', reopened)
    source.onerror = () => {
      broken = true
      source?.close()
      timer = setTimeout(open, pause)
      pause = Math.min(pause * 2, SLOWEST_MS)
    }
  }

  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}
