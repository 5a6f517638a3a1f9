/** Bytes and their spellings; each is read in one way only. */

export type Bytes = Uint8Array<ArrayBuffer>

/** What is not as it must be; the message says why. */
export class Doubt extends Error {}

/** It is signed in a way that cannot be judged here (SM2, RSASSA-PSS): neither true nor false. */
export class Unjudged extends Doubt {}

const encoder = new TextEncoder()

export function utf8(text: string): Bytes {
  return encoder.encode(text)
}

/** The text of these bytes. Throws Doubt for what is no UTF-8. */
export function text(bytes: Bytes): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    throw new Doubt('no text')
  }
}

export function joined(...parts: Bytes[]): Bytes {
  const found = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    found.set(part, at)
    at += part.length
  }
  return found
}

export function same(one: Bytes, other: Bytes): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at])
}

export async function sha256(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

export function hex(bytes: Bytes): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

export function fromHex(told: string): Bytes {
  if (!/^(?:[0-9a-fA-F]{2})*$/.test(told)) throw new Doubt('not hexadecimal')
  return Uint8Array.from(told.match(/../g) ?? [], (pair) => parseInt(pair, 16))
}

/** The bytes of base64 with its padding. Throws Doubt for another alphabet. */
export function fromBase64(told: string): Bytes {
  if (told.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(told)) throw new Doubt('not base64')
  return Uint8Array.from(atob(told), (sign) => sign.charCodeAt(0))
}

export function base64(bytes: Bytes): string {
  let plain = ''
  for (const byte of bytes) plain += String.fromCharCode(byte)
  return btoa(plain)
}

/** The bytes of base64url without padding. Throws Doubt for another spelling. */
export function fromBase64url(told: string): Bytes {
  if (!/^[A-Za-z0-9_-]*$/.test(told)) throw new Doubt('not base64url')
  const padded = told.replaceAll('-', '+').replaceAll('_', '/') + '='.repeat((4 - (told.length % 4)) % 4)
  if (told.length % 4 === 1) throw new Doubt('not base64url')
  const found = fromBase64(padded)
  if (base64(found) !== padded) throw new Doubt('not base64url')
  return found
}
