/** The ways in which a person proves for one command that it is he, and how much each proves. */
import { toBase64url } from '@/core/base64url'

/** What the person chose and entered for one signature; a passkey asks for his finger when the button is pressed, a
    shared terminal for his PIN. */
export type Proof =
  | { readonly way: 'password'; readonly password: string }
  | { readonly way: 'device'; readonly pin: string; readonly face: string }
  | { readonly way: 'passkey' }
  | { readonly way: 'kiosk' }
export type Way = Proof['way']

export const LEVELS: Readonly<Record<Way, number>> = { password: 1, kiosk: 1, device: 2, passkey: 3 }

/** A passkey's answer over the bytes of a command, or the signature of phone or terminal; it travels beside them. */
export type Beside =
  | Assertion
  | { readonly device: string; readonly signature: string }
  | { readonly kiosk: string; readonly signature: string }

export interface Assertion {
  readonly id: string
  readonly client_data: string
  readonly authenticator_data: string
  readonly signature: string
}

export const besideHeader = (beside: Beside): string =>
  toBase64url(new TextEncoder().encode(JSON.stringify(beside)))

/** What the person has here: a passkey for this address, a phone enrolled as his own with a PIN set. */
export interface Has {
  readonly passkey: boolean
  readonly device: boolean
}

/** Those that are strong enough, the easiest first: a passkey, then what is asked for, the password before PIN and photo. */
export function waysFor(least: number, has: Has): readonly Way[] {
  const found: readonly Exclude<Way, 'kiosk'>[] = ['passkey', 'password', 'device']
  return found.filter((way) => LEVELS[way] >= least && (way === 'password' || has[way]))
}

/** Six digits that are neither one digit nor a run; the server judges it again. */
export function isPin(text: string): boolean {
  if (!/^\d{6}$/.test(text)) return false
  const digits = Array.from(text, Number)
  const steps = new Set(digits.slice(1).map((digit, at) => (digit - (digits[at] ?? 0) + 10) % 10))
  return !(steps.size === 1 && [0, 1, 9].some((step) => steps.has(step)))
}

/** Browsers know passkeys only at a host name, and only on pages that came safely. */
export function passkeysPossible(host: string, safe: boolean): boolean {
  return safe && !/^\d+(\.\d+){3}$/.test(host) && !host.includes(':')
}
