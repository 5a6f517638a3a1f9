/** What phones sent through their queues: the signature of each over the bytes of its command. */
import { Doubt, fromBase64, hex, sha256, text } from '@/verify/bytes'
import type { Bundle } from '@/verify/bundle'
import { before, counts, devices } from '@/verify/enrolled'
import type { Enrolled } from '@/verify/enrolled'
import type { Erased } from '@/verify/erased'
import { BROKEN, finding, OPEN, PROVEN, TOLD, why } from '@/verify/finding'
import type { Finding } from '@/verify/finding'
import { byDevice } from '@/verify/keys'
import type { Stream } from '@/verify/stream'
import { form } from '@/verify/strict'
import type { Told } from '@/verify/strict'

const PHONES = 'signatures/phones.jsonl'
const W = ['string'] as const
const LINE = { device: W, prev: W, sha256: W, signature: W, command: W, seq: ['int'], bytes: ['string', 'null'] } as const

const LEVELS = { commands_signed: PROVEN, commands_key_late: OPEN, commands_withheld: OPEN, commands_erased: TOLD } as const

type Came = readonly { stream: Stream; event: Told }[]

/** What the phones' signatures come to; `erased` tells which bytes went on record. */
export async function phones(bundle: Bundle, streams: readonly Stream[], erased: Erased): Promise<Finding[]> {
  if (!streams.every((stream) => stream.whole)) return [] // what is broken there is told already
  const known = devices(streams)
  const events = streams.flatMap((stream) => stream.events.map((event) => ({ stream, event })))
  const commands = new Map<string, typeof events>()
  for (const came of events) {
    const command = came.event['command'] as string
    commands.set(command, [...(commands.get(command) ?? []), came])
  }
  const found: Finding[] = []
  const so = { commands_signed: 0, commands_key_late: 0, commands_withheld: 0, commands_erased: 0 }
  try {
    for (const line of await bundle.linesIfAny(PHONES)) {
      const told = form(line, LINE)
      try {
        so[await one(told, known, commands.get(told['command'] as string) ?? [], erased)] += 1
      } catch (error) {
        found.push(finding(BROKEN, 'command_false', { device: told['device'], why: why(error) }))
      }
    }
  } catch (error) {
    found.push(finding(BROKEN, 'proofs_unreadable', { why: why(error) }))
  }
  for (const code of Object.keys(so) as (keyof typeof so)[]) {
    if (so[code] > 0) found.push(finding(LEVELS[code], code, { count: so[code] }))
  }
  return found
}

async function one(
  told: Told,
  known: ReadonlyMap<string, Enrolled>,
  came: Came,
  erased: Erased,
): Promise<keyof typeof LEVELS> {
  const last = came.at(-1)
  if (last === undefined) throw new Doubt('no event came of this command')
  const { stream, event } = last
  const key = known.get(told['device'] as string)
  if (key === undefined) return 'commands_withheld'
  if (key.kind !== 'phone' || key.account !== event['actor'] || !counts(key, event)) {
    throw new Doubt('the phone is not that of who acted, or was not enrolled then')
  }
  const late = !before(key, stream.enteredAt(event['seq'] as number))
  if (told['bytes'] === null) return late ? 'commands_key_late' : unshown(came, told['sha256'] as string, erased)
  await mustHold(told, key, event)
  return late ? 'commands_key_late' : 'commands_signed'
}

/** What bytes that are not shown come to, where nothing else is in doubt. */
function unshown(came: Came, digest: string, erased: Erased): keyof typeof LEVELS {
  const gone = came.every(({ stream, event }) => erased.command(stream, event['seq'] as number, digest))
  return gone ? 'commands_erased' : 'commands_withheld'
}

/** Throws Doubt unless this key signed these bytes, and they are the command of which the event came. */
async function mustHold(told: Told, key: Enrolled, event: Told): Promise<void> {
  const raw = fromBase64(told['bytes'] as string)
  if (hex(await sha256(raw)) !== told['sha256']) throw new Doubt('the bytes have another hash')
  if (!(await byDevice(key.key, told['signature'] as string, raw))) throw new Doubt('the signature does not hold')
  const sent = JSON.parse(text(raw)) as Told
  const fits = ['device', 'seq', 'prev'].every((name) => sent[name] === told[name])
  if (!fits || sent['id'] !== told['command'] || sent['company'] !== event['company']) {
    throw new Doubt('the bytes are those of another command')
  }
}
