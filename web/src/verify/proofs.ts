/** What was kept of one signature, checked against the bytes that were signed. */
import { Doubt, fromBase64, fromBase64url, hex, joined, same, sha256, text, utf8 } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'
import { byDevice, byPasskey } from '@/verify/keys'
import { form } from '@/verify/strict'
import type { Form } from '@/verify/strict'

export const LEVELS: Readonly<Record<string, number>> = { passkey: 3, device: 2, kiosk: 1 }
const W = ['string'] as const
const EVERY: Form = { v: ['int'], way: W, command: W }
const FORMS: Readonly<Record<string, Form>> = {
  passkey: { rp_id: W, credential: W, public_key: W, client_data: W, authenticator_data: W, signature: W },
  device: { device: W, public_key: W, signature: W, pin: ['bool'] },
  kiosk: { kiosk: W, public_key: W, signature: W, badge: W, visit: W, pin: ['bool'] },
}
const SIGNER: Readonly<Record<string, string>> = { passkey: 'credential', device: 'device', kiosk: 'kiosk' }

export interface Proof {
  sha256: string
  way: string
  signer: string
  told: Record<string, string>
  pin: boolean
  /** The bytes of the command; null when they are withheld. */
  signed: Bytes | null
}

/** The proof on this line. Throws Doubt. */
export async function proof(line: Bytes): Promise<Proof> {
  const told = form(line, { sha256: W, proof: W, bytes: ['string', 'null'] })
  const kept = utf8(told['proof'] as string)
  if (hex(await sha256(kept)) !== told['sha256']) throw new Doubt('a proof under another name')
  const way = String((JSON.parse(text(kept)) as Record<string, unknown> | null)?.['way'])
  const parts = Object.hasOwn(FORMS, way) ? FORMS[way] : undefined
  if (parts === undefined) throw new Doubt('a way of signing that nobody knows')
  const found = form(kept, { ...EVERY, ...parts })
  if (found['v'] !== 1) throw new Doubt('a proof of another version')
  const plain = found as Record<string, string>
  const signed = told['bytes'] === null ? null : fromBase64(told['bytes'] as string)
  return { sha256: told['sha256'], way, signer: plain[SIGNER[way] ?? ''] ?? '', told: plain, pin: found['pin'] === true, signed }
}

/** Throws Doubt unless this key made the signature; a phone's is told by its bytes alone. */
export async function mustHold(made: Proof): Promise<void> {
  const { told, signed } = made
  if (signed !== null && hex(await sha256(signed)) !== told['command']) throw new Doubt('the signature is over other bytes')
  const [key = '', signature = ''] = [told['public_key'], told['signature']]
  if (made.way === 'passkey') {
    if (!(await byPasskey(key, signature, await asserted(told)))) throw new Doubt('the signature does not hold')
  } else if (signed !== null && !(await byDevice(key, signature, signed))) {
    throw new Doubt('the signature does not hold')
  }
}

/** What a passkey of this host signed, when its owner unlocked it for exactly this command. Throws Doubt. */
async function asserted(told: Record<string, string>): Promise<Bytes> {
  const client = fromBase64url(told['client_data'] ?? '')
  const data = fromBase64url(told['authenticator_data'] ?? '')
  const asked = JSON.parse(text(client)) as Record<string, unknown>
  const host = told['rp_id'] ?? ''
  if (asked['type'] !== 'webauthn.get' || hex(fromBase64url(String(asked['challenge']))) !== told['command']) {
    throw new Doubt('the passkey was asked for something else')
  }
  if (!atHome(String(asked['origin']), host)) throw new Doubt('the passkey was asked by another page')
  if (data.length < 37 || !same(data.slice(0, 32), await sha256(utf8(host)))) throw new Doubt('the passkey belongs to another host')
  if (((data[32] ?? 0) & 5) !== 5) throw new Doubt('the passkey was not unlocked')
  return joined(data, await sha256(client))
}

/** Whether a page of this origin is one of the host: by https, or by http on this very machine. */
function atHome(origin: string, host: string): boolean {
  const [, scheme, name, rest] = /^(https?):\/\/([^/:@?#]+)(?::\d+)?(.*)$/.exec(origin) ?? []
  const near = host === 'localhost' || host.endsWith('.localhost')
  return (scheme === 'https' || (scheme === 'http' && near)) && name?.toLowerCase() === host && rest === ''
}
