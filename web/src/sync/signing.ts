/** The phone's own key: P-256, made here, never to be taken out; and the check of what the server signed. */
import { fromBase64url, toBase64url } from '@/core/base64url'

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' } as const
const HASH = { name: 'ECDSA', hash: 'SHA-256' } as const

export const makeKey = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(CURVE, false, ['sign', 'verify'])

/** The public half as its point, base64url. */
export async function pointOf({ publicKey }: CryptoKeyPair): Promise<string> {
  return toBase64url(await crypto.subtle.exportKey('raw', publicKey))
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

/** r and s, base64url. */
export async function sign({ privateKey }: CryptoKeyPair, text: string): Promise<string> {
  return toBase64url(await crypto.subtle.sign(HASH, privateKey, bytesOf(text)))
}

/** False as well for a point or a signature that is none. */
export async function verifies(point: string, signature: string, text: string): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey('raw', fromBase64url(point), CURVE, false, ['verify'])
    return await crypto.subtle.verify(HASH, key, fromBase64url(signature), bytesOf(text))
  } catch {
    return false
  }
}

export async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytesOf(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
