/** Since when a key counts: a phone's by the log itself, a passkey's by what the plant keeps of it. */
import { Doubt } from '@/verify/bytes'
import type { Bundle } from '@/verify/bundle'
import { form } from '@/verify/strict'
import type { Told } from '@/verify/strict'
import type { Stream } from '@/verify/stream'

const W = ['string'] as const
const PASSKEY = {
  credential: W, rp_id: W, public_key: W, account: W, created_at: W, synced: ['bool'], revoked_at: ['string', 'null'],
} as const

export interface Enrolled {
  key: string
  /** null: a terminal is nobody's */
  account: string | null
  since: string
  until: string | null
}

export function devices(streams: readonly Stream[]): Map<string, Enrolled> {
  const found = new Map<string, Enrolled>()
  for (const stream of streams) {
    const first = stream.events[0]
    if (stream.kind !== 'device' || !stream.whole || first?.['type'] !== 'DeviceEnrolled') continue
    const data = first['data'] as Told
    const ended = stream.events.find((event) => event['type'] === 'DeviceRevoked')
    found.set(stream.id, {
      key: data['key'] as string,
      account: data['kind'] === 'kiosk' ? null : (data['account'] as string),
      since: first['recorded_at'] as string,
      until: (ended?.['recorded_at'] as string | undefined) ?? null,
    })
  }
  return found
}

/** Passkeys by credential. Throws Doubt for a line that is none, or one that is there twice. */
export async function passkeys(bundle: Bundle): Promise<Map<string, Enrolled>> {
  const found = new Map<string, Enrolled>()
  for (const line of await bundle.linesIfAny('signatures/passkeys.jsonl')) {
    const told = form(line, PASSKEY) as Record<string, string>
    const name = told['credential'] ?? ''
    if (found.has(name)) throw new Doubt('a passkey twice')
    const [key = '', account = '', since = ''] = [told['public_key'], told['account'], told['created_at']]
    found.set(name, { key, account, since, until: told['revoked_at'] ?? null })
  }
  return found
}

/** Whether the key counted when the event was recorded. The time of a demonstration is made up. */
export function counts(key: Enrolled, event: Told): boolean {
  if ((event['data'] as Told)['simulated']) return true
  const at = event['recorded_at'] as string
  return key.since <= at && (key.until === null || at <= key.until)
}
