/** Since when a key counts: by the log itself, or a passkey's by what the plant alone keeps of it. */
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

/**
 * Passkeys by credential: as the streams of their accounts tell, else as the plant's register. Throws Doubt for a line
 * that is none or says otherwise than the log, and for one that is there twice.
 */
export async function passkeys(bundle: Bundle, streams: readonly Stream[]): Promise<Map<string, Enrolled>> {
  const logged = ofAccounts(streams)
  const found = new Map<string, Enrolled>()
  for (const line of await bundle.linesIfAny('signatures/passkeys.jsonl')) {
    const told = form(line, PASSKEY) as Record<string, string>
    const name = told['credential'] ?? ''
    if (found.has(name)) throw new Doubt('a passkey twice')
    const one = listed(told)
    found.set(name, one)
    hold(one, logged.get(name))
  }
  return new Map([...found, ...logged])
}

function listed(told: Record<string, string>): Enrolled {
  const [key = '', account = '', since = '', host = ''] = [told['public_key'], told['account'], told['created_at'], told['rp_id']]
  return { key, kind: 'passkey', account, since, until: told['revoked_at'] ?? null, entry: null, host }
}

/** Throws Doubt for a line that says otherwise than the log; what was ended earlier by the register ended then. */
function hold(one: Enrolled, other: Enrolled | undefined): void {
  if (other === undefined) return
  if (other.key !== one.key || other.account !== one.account || other.host !== one.host) {
    throw new Doubt('a passkey of the register is not the one that was enrolled')
  }
  if (one.until !== null && (other.until === null || one.until < other.until)) other.until = one.until
}

function ofAccounts(streams: readonly Stream[]): Map<string, Enrolled> {
  const found = new Map<string, Enrolled>()
  for (const stream of streams) {
    if (stream.kind !== 'account' || !stream.whole) continue
    for (const event of stream.events) {
      const data = event['data'] as Told
      if (event['type'] === 'PasskeyEnrolled') {
        const name = word(data['credential'])
        if (found.has(name)) throw new Doubt('a passkey twice')
        const [key, since] = [word(data['key']), event['recorded_at'] as string]
        const entry = stream.enteredAt(event['seq'] as number)
        found.set(name, { key, kind: 'passkey', account: stream.id, since, until: null, entry, host: word(data['rp_id']) })
      } else if (event['type'] === 'PasskeyRevoked') {
        const ended = found.get(word(data['credential']))
        if (ended === undefined) throw new Doubt('the end of a passkey that was never enrolled')
        ended.until = event['recorded_at'] as string
      }
    }
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
