/** The answer if it comes in time; null when it is late, and it may still come. */
export async function sooner<T>(asking: Promise<T>, ms: number): Promise<T | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((done) => {
    timer = setTimeout(done, ms, null)
  })
  try {
    return await Promise.race([asking, late])
  } finally {
    clearTimeout(timer)
  }
}

/** A server on the plant's network answers well within this; whoever waits longer sees what the phone kept. */
export const SOON_MS = 500
