/** The server's word that something changed; reconnects by itself, ever more slowly, at most every half minute. */

export interface Change {
  readonly kind: string
  readonly id: string
  readonly version?: number
}

const FIRST_MS = 1_000
const SLOWEST_MS = 30_000
/** The server says every 15 seconds that it is there: a stream on which three of these are missing is cut, although
    nobody told. It would show old things as new for as long as the browser believes in it. */
const SILENT_MS = 45_000

function changeOf(data: unknown): Change | null {
  try {
    const found = JSON.parse(String(data)) as Partial<Change>
    return typeof found.kind === 'string' && typeof found.id === 'string' ? (found as Change) : null
  } catch {
    return null
  }
}

interface Heard {
  readonly changed: (change: Change) => void
  readonly reopened: () => void
  readonly opened: () => void
  readonly lost: () => void
}

/** One connection, until it is lost or nothing is heard on it; returns how to close it. */
function connect(path: string, { changed, reopened, opened, lost }: Heard): () => void {
  const source = new EventSource(path)
  let silence: ReturnType<typeof setTimeout> | undefined
  const close = (): void => {
    clearTimeout(silence)
    source.close()
  }
  const gone = (): void => {
    close()
    lost()
  }
  const alive = (): void => {
    clearTimeout(silence)
    silence = setTimeout(gone, SILENT_MS)
  }
  source.onopen = opened
  source.onerror = gone
  for (const kind of ['open', 'alive', 'change', 'resync']) source.addEventListener(kind, alive)
  source.addEventListener('change', (event) => {
    const change = changeOf(event.data)
    if (change !== null) changed(change)
  })
  source.addEventListener('resync', reopened)
  alive()
  return close
}

/** `reopened` is called after each gap, and when the server says that something was lost: what was missed meanwhile must be read again. Returns how to stop. */
export function listen(
  changed: (change: Change) => void,
  reopened: () => void,
  path = '/api/v1/stream',
): () => void {
  let close = (): void => undefined
  let pause = FIRST_MS
  let timer: ReturnType<typeof setTimeout> | undefined
  let broken = false

  const opened = (): void => {
    pause = FIRST_MS
    if (broken) reopened()
    broken = false
  }
  const lost = (): void => {
    broken = true
    timer = setTimeout(open, pause)
    pause = Math.min(pause * 2, SLOWEST_MS)
  }
  function open(): void {
    close = connect(path, { changed, reopened, opened, lost })
  }

  open()
  return () => {
    clearTimeout(timer)
    close()
  }
}
