/** Field instruments as the screens read them: how it stands with each, and its last values in words. */
import type { components } from '@/core/api'
import type { Text } from '@/core/text'

type Shapes = components['schemas']
export type Instrument = Shapes['InstrumentOut']
export type InstrumentWords = Shapes['WordsOut']
export type Gateway = Shapes['GatewayOut']
export type GatewayMade = Shapes['GatewayMade']
export type GatewayIn = Shapes['GatewayIn']
export type Aside = Shapes['AsideOut']
export type GatewayRefusal = Shapes['RefusalOut']
export type SensingLink = Shapes['LinkOut']
export type Label = Shapes['LabelOut']

/** Lively and in order; lively, but something is due; not to be counted on; out of use. */
export type Standing = 'good' | 'due' | 'lost' | 'ended'

const LOST = ['never_told', 'silent', 'fault', 'kind_unknown']

export function standing(one: Pick<Instrument, 'condition'>): Standing {
  if (one.condition.includes('retired')) return 'ended'
  if (one.condition.some((word) => LOST.includes(word))) return 'lost'
  return one.condition.length > 0 ? 'due' : 'good'
}

/** What has its own place on the screen, and is no value to be read. */
const APART = ['fault', 'battery', 'lat', 'lon', 'accuracy']

export interface Value {
  readonly channel: string
  readonly name: Text
  readonly text: string
  readonly unit: string
  /** A flag is told as yes or no. */
  readonly flag: boolean | null
}

/** The last values in the order of the words, but for those that stand elsewhere. */
export function valuesOf(one: Pick<Instrument, 'last'>, words: InstrumentWords | null): readonly Value[] {
  const told = one.last?.channels ?? {}
  return Object.entries(words?.channels ?? {})
    .filter(([channel]) => told[channel] !== undefined && !APART.includes(channel))
    .map(([channel, word]) => {
      const text = told[channel] ?? ''
      const unit = word['unit'] ?? ''
      return {
        channel,
        name: { zh: word['zh'] ?? channel, en: word['en'] ?? channel },
        text,
        unit,
        flag: unit === 'flag' ? Number(text) > 0 : null,
      }
    })
}

/** How many whole seconds ago it was measured or heard, the earlier of both; nothing told is for ever ago. */
export function ageOf({ last }: Pick<Instrument, 'last'>, now: number): number {
  if (last === null) return Infinity
  return Math.max(0, Math.floor((now - Math.min(Date.parse(last.taken_at), Date.parse(last.received_at))) / 1000))
}

/** Whether what it shows is the air of now, as far as the phone can tell; the server judges it when it takes it. */
export function isFresh(one: Pick<Instrument, 'last'>, most: number | null, now: number): boolean {
  return most !== null && ageOf(one, now) <= most
}

export interface Group {
  readonly kind: string
  readonly rows: readonly Instrument[]
}

/** By kind, in the order of the words; within a kind what needs somebody comes first. */
export function byKind(rows: readonly Instrument[], words: InstrumentWords | null): readonly Group[] {
  const rank: Readonly<Record<Standing, number>> = { lost: 0, due: 1, good: 2, ended: 3 }
  const order = Object.keys(words?.kinds ?? {})
  const kinds = [...new Set([...order, ...rows.map(({ kind }) => kind)])]
  return kinds
    .map((kind) => ({
      kind,
      rows: rows
        .filter((row) => row.kind === kind)
        .sort((a, b) => rank[standing(a)] - rank[standing(b)] || a.serial.localeCompare(b.serial)),
    }))
    .filter((group) => group.rows.length > 0)
}

/** Whether one of these words stands in its name, its number, or whom it serves. */
export function fits(one: Instrument, wanted: string): boolean {
  const text = [one.name, one.serial, one.permit_number, one.person_name, one.gateway_name].join(' ').toLowerCase()
  return wanted
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word))
}

/** The place an instrument told last, null where it told none. */
export function placeOf(one: Pick<Instrument, 'last'>): { lat: number; lon: number; accuracy: number | null } | null {
  const told = one.last?.channels ?? {}
  const lat = Number(told['lat'] ?? Number.NaN)
  const lon = Number(told['lon'] ?? Number.NaN)
  if (!Number.isFinite(lat) || !Number.isFinite(lon)) return null
  const accuracy = Number(told['accuracy'] ?? Number.NaN)
  return { lat, lon, accuracy: Number.isFinite(accuracy) ? accuracy : null }
}

/** The five lines that feed it from any machine with mosquitto-clients. */
export function fiveLines(gateway: Pick<GatewayMade, 'user' | 'topic' | 'password'>, host: string, serial: string): string {
  return [
    `GW='${gateway.user}'; PASSWORD='${gateway.password}'`,
    `mosquitto_pub -h ${host} -p 1883 -q 1 -i "$GW" -u "$GW" -P "$PASSWORD" \\`,
    `  -t ${gateway.topic}/${serial} \\`,
    `  -m '{"seq": 1, "boot": "a1", "lel": 3.2, "o2": 20.8}'`,
    `# TLS: -p 8883 --cafile ca.crt`,
  ].join('\n')
}
