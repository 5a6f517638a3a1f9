/** Since when a key counts: a phone's by the log itself, a passkey's by what the plant keeps of it. */
import { Doubt } from '@/verify/bytes'
import type { Bundle } from '@/verify/bundle'
import { form, word } from '@/verify/strict'
import type { Told } from '@/verify/strict'
import type { Stream } from '@/verify/stream'

const W = ['string'] as const
const PASSKEY = {
  credential: W, rp_id: W, public_key: W, account: W, created_at: W, synced: ['bool'], revoked_at: ['string', 'null'],
} as const

export interface Enrolled {
  key: string
  kind: string
  /** null: a terminal is nobody's */
  account: string | null
  since: string
  until: string | null
  /** where the log has its enrolment; null: it has none */
  entry: number | null
  /** whose pages a passkey answers */
  host: string | null
}

export function devices(streams: readonly Stream[]): Map<string, Enrolled> {
  const found = new Map<string, Enrolled>()
  for (const stream of streams) {
    const first = stream.events[0]
    if (stream.kind !== 'device' || !stream.whole || first?.['type'] !== 'DeviceEnrolled') continue
    const data = first['data'] as Told
    const ended = stream.events.find((event) => event['type'] === 'DeviceRevoked')
    const kind = 'kind' in data ? word(data['kind']) : 'phone'
    found.set(stream.id, {
      key: word(data['key']),
      kind,
      account: kind === 'kiosk' ? null : word(data['account']),
      since: first['recorded_at'] as string,
      until: (ended?.['recorded_at'] as string | undefined) ?? null,
      entry: stream.enteredAt(1),
      host: null,
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
    const host = told['rp_id'] ?? ''
    found.set(name, { key, kind: 'passkey', account, since, until: told['revoked_at'] ?? null, entry: null, host })
  }
  return found
}

/** Whether the log has the key's enrolment before this entry (null: one that is still to come). */
export function before(key: Enrolled, entry: number | null): boolean {
  return key.entry !== null && (entry === null || key.entry < entry)
}

/** Whether the key counted when the event was recorded. */
export function counts(key: Enrolled, event: Told): boolean {
  const at = event['recorded_at'] as string
  return key.since <= at && (key.until === null || at <= key.until)
}
