/** Reads and writes NFC tags where the browser can (Chrome on Android); elsewhere there is no trace of it. */

interface Reading {
  readonly serialNumber: string
  readonly message: { readonly records: readonly { readonly recordType: string; readonly data?: DataView }[] }
}
interface Reader extends EventTarget {
  scan: (options: { signal: AbortSignal }) => Promise<void>
  write: (message: { records: readonly { recordType: 'url'; data: string }[] }) => Promise<void>
}
type MakesReader = new () => Reader

const made = (): MakesReader | undefined => (window as { NDEFReader?: MakesReader }).NDEFReader

export const readsTags = (): boolean => made() !== undefined

/** The address or text on the tag, null for an empty one; and the tag's own number. */
export interface Tag {
  readonly text: string | null
  readonly serial: string
}

function textOf({ message }: Reading): string | null {
  const record = message.records.find(({ recordType }) => recordType === 'url' || recordType === 'text')
  return record?.data ? new TextDecoder().decode(record.data) : null
}

/** Listens until the returned function is called; false when it is switched off or was not allowed. */
export async function listenForTags(found: (tag: Tag) => void): Promise<(() => void) | false> {
  const Make = made()
  if (Make === undefined) return false
  const stop = new AbortController()
  const reader = new Make()
  reader.addEventListener('reading', (event) => {
    const reading = event as unknown as Reading
    found({ text: textOf(reading), serial: reading.serialNumber })
  })
  try {
    await reader.scan({ signal: stop.signal })
  } catch {
    return false
  }
  return () => {
    stop.abort()
  }
}

/** Writes an address onto the tag that is held to the phone next; whether that worked. */
export async function writeTag(address: string): Promise<boolean> {
  const Make = made()
  if (Make === undefined) return false
  try {
    await new Make().write({ records: [{ recordType: 'url', data: address }] })
    return true
  } catch {
    return false
  }
}
