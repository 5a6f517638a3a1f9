/** The ways in which a person proves for one command that it is he, and how much each proves. */
import { toBase64url } from '@/core/base64url'

/** What the person chose and entered for one signature; a passkey asks for his finger when the button is pressed. */
export type Proof = { readonly way: 'password'; readonly password: string } | { readonly way: 'passkey' }
export type Way = Proof['way']

export const LEVELS: Readonly<Record<Way, number>> = { password: 1, passkey: 3 }

/** A passkey's answer over the bytes of a command; it travels beside them. */
export interface Assertion {
  readonly id: string
  readonly client_data: string
  readonly authenticator_data: string
  readonly signature: string
}

export const assertionHeader = (assertion: Assertion): string =>
  toBase64url(new TextEncoder().encode(JSON.stringify(assertion)))

/** The best way first: one that is strong enough, a passkey before the password. */
export function waysFor(least: number, hasPasskey: boolean): readonly Way[] {
  const found: readonly Way[] = hasPasskey ? ['passkey', 'password'] : ['password']
  return found.filter((way) => LEVELS[way] >= least)
}

/** Browsers know passkeys only at a host name, and only on pages that came safely. */
export function passkeysPossible(host: string, safe: boolean): boolean {
  return safe && !/^\d+(\.\d+){3}$/.test(host) && !host.includes(':')
}
