/** The bytes that were signed, held against the event that came of them: they are that very command, of the kind
 * from which such an event comes, and say what the event says. */
import { Doubt, same, text, utf8 } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'
import type { Stream } from '@/verify/stream'
import { word } from '@/verify/strict'
import type { Json, Told } from '@/verify/strict'
import words from '@/verify/words.json'

/** Event to the kind of the command that was signed, and what its body says that the event says too, under its name in
 * each: the table of davy-verify. */
const SIGNING = new Map(Object.entries(words.signing as unknown as Record<string, [string, Record<string, string>]>))
const WORDS = ['signature', 'opinion', 'analysis']
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,6})?(?:Z|[+-]\d{2}:\d{2})$/

/** Whether it is known what is signed for such an event. */
export function isSigning(event: Told): boolean {
  return SIGNING.has(word(event['type']))
}

/** Throws Doubt unless this event came of these bytes; of an event of another type only the place is held. */
export function mustFit(signed: Bytes, stream: Stream, event: Told): void {
  const told = JSON.parse(text(signed)) as Told
  if (told['id'] !== event['command'] || told['company'] !== event['company'] || told['stream'] !== `${stream.kind}/${stream.id}`) {
    throw new Doubt('the bytes are those of another command')
  }
  const [kind, names] = SIGNING.get(word(event['type'])) ?? [word(told['kind']), {}]
  if (told['kind'] !== kind) throw new Doubt('no such event comes of the command that was signed')
  const body = told['body'] as Told
  if (!says(body, event['data'] as Told, names)) throw new Doubt('the event says something else than was signed')
  for (const label of WORDS) {
    const shown = stream.words.get(`${word(event['id'])} ${label}`)
    const given = body[label] ?? ''
    if (shown !== undefined && (typeof given !== 'string' || !same(utf8(given), shown))) {
      throw new Doubt('the handwriting or words are not those that were signed')
    }
  }
}

function says(body: Told, data: Told, names: Readonly<Record<string, string>>): boolean {
  const face = (data['signed'] as Told)['face'] ?? null
  if ((face !== null && face !== body['face']) || !until(body, data)) return false
  return Object.entries(names).every(([asked, said]) => plain(body[asked]) === plain(data[said]))
}

/** A list stands for what is in it, in any order; permits that are crossed, for their ids. */
function plain(value: Json | undefined): string {
  if (typeof value === 'boolean') throw new Doubt('yes or no where a word should be')
  if (!Array.isArray(value)) return JSON.stringify(value ?? null)
  const found = value.map((one) => (one !== null && typeof one === 'object' && !Array.isArray(one) ? one['permit'] : one))
  if (!found.every((one) => typeof one === 'string')) throw new Doubt('a list of something else than words')
  return JSON.stringify(found.sort())
}

/** Whether an approval ends when its signer said, in whatever zone he wrote it. */
function until(body: Told, data: Told): boolean {
  const told = body['lasts_to']
  if (told === undefined) return true
  return typeof told === 'string' && INSTANT.test(told) && new Date(told).toISOString() === data['lasts_to']
}
