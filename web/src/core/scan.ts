/** What a scanned or typed code says: Davy's own address, or the bare code under it. */

const TOKEN = /^[A-Za-z0-9_-]{4,120}$/

/** A code by which a phone is enrolled. */
export const isInvitation = (text: string): boolean => /^https?:\/\/[^/?#]+\/m\/enrol\//.test(text.trim())

/** The token of a code, or null when it is not one of ours. Other addresses are never opened. */
export function tokenOf(text: string): string | null {
  const trimmed = text.trim()
  if (TOKEN.test(trimmed)) return trimmed
  const found = /^https?:\/\/[^/?#]+\/(?:c|m\/isolations|m\/instruments|m\/enrol)\/([^/?#]+)\/?(?:\?(?:s=\d{1,6}|plan=[A-Za-z0-9-]{1,20}))?$/.exec(trimmed)
  const token = found?.[1]
  return token !== undefined && TOKEN.test(token) ? token : null
}

/** The serial of a sheet of a declared outage, as its code carries it. */
export const isSerial = (token: string): boolean => /^TP-\d{6}-\d{2}$/.test(token)

/** The number of the printed sheet that carries the code: 0 for a copy for reading, null when it is no print's. */
export function sheetOf(text: string): number | null {
  const found = /^https?:\/\/[^/?#]+\/c\/[^/?#]+\?s=(\d{1,6})$/.exec(text.trim())
  return found?.[1] === undefined ? null : Number(found[1])
}
