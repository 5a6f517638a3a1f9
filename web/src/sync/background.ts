/** The queue goes out after the page was closed, where the browser wakes the worker for it (Chromium): a bonus beside the
    page's own tries, never the only way (frontend 4.2). */

export const TAG = 'davy-queue'

interface Waking extends ServiceWorkerRegistration {
  readonly sync?: { readonly register: (tag: string) => Promise<void> }
}

/** Asks to be woken when there is a connection. Says nothing when the browser has no such thing. */
export async function wakeLater(): Promise<void> {
  try {
    const found = (await navigator.serviceWorker.getRegistration()) as Waking | undefined
    await found?.sync?.register(TAG)
  } catch {
    // A browser that has it and refuses it leaves the queue to the page, as all others do.
  }
}
