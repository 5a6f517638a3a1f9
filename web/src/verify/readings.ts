/** Holds the readings of instruments against the seals of their hours, and says which are not here. */
import { Doubt, hex } from '@/verify/bytes'
import type { Bundle } from '@/verify/bundle'
import { BROKEN, finding, OPEN, PROVEN, TOLD, why } from '@/verify/finding'
import type { Finding } from '@/verify/finding'
import { instant } from '@/verify/instants'
import { form } from '@/verify/strict'
import type { Stream } from '@/verify/stream'
import type { Json, Told } from '@/verify/strict'
import { rootOf } from '@/verify/tree'

const FOLDER = 'readings/'
const HOUR = 3_600_000
/** How long after its end an hour is sealed at the latest when nothing is wrong. */
const SEALED_BY = 25 * 60_000
/** The least days that any plant keeps readings. */
const KEPT = 30 * 24 * HOUR
const LONGEST = 1 << 16
const LEAF = {
  instrument: ['string'], taken_at: ['string'], boot: ['string'], received_at: ['string'], clock: ['string'],
  gateway: ['string'], seq: ['int'], log_seq: ['int'], binding: ['string', 'null'], channels: ['map'], doubts: ['map', 'null'],
} as const

interface Line {
  starts: number
  late: boolean
  instrument: string
  after: number
  upto: number
  count: number
  root: Json
  name: string
}

interface Served {
  instrument: string
  serial: string
  spans: [number, number][]
  lines: Line[]
}

type About = Record<string, unknown>

/** Every statement about the readings in the bundle. */
export async function readings(bundle: Bundle, streams: readonly Stream[]): Promise<Finding[]> {
  const madeAt = instant(bundle.madeAt)
  const whole = streams.filter((stream) => stream.whole)
  let served: Served[], lines: Line[]
  try {
    served = serving(whole, madeAt)
    lines = whole.filter(({ kind }) => kind === 'readings').flatMap(linesOf)
  } catch (error) {
    return [finding(BROKEN, 'readings_unreadable', { why: why(error) })]
  }
  const due = new Set<string>()
  for (const line of lines) {
    const one = served.find(({ instrument }) => instrument === line.instrument)
    if (one === undefined || !has(one, line.starts)) continue
    one.lines.push(line)
    due.add(line.name)
  }
  const found = [...bundle.names.keys()]
    .filter((name) => name.startsWith(FOLDER) && !due.has(name))
    .sort()
    .map((file) => finding(BROKEN, 'readings_unnamed', { file }))
  for (const one of served) found.push(...(await instrument(bundle, one, madeAt)))
  if (lines.length > 0 && served.length === 0) found.push(finding(OPEN, 'readings_of_whom'))
  if (found.some(({ level }) => level === PROVEN)) found.push(finding(TOLD, 'readings_bounds'))
  return found
}

function has(one: Served, starts: number): boolean {
  return one.spans.some(([begin, end]) => begin <= starts && starts < end)
}

/** Who served the permits of the bundle. */
function serving(streams: readonly Stream[], madeAt: number | null): Served[] {
  const permits = new Set(streams.filter(({ kind }) => kind === 'permit').map(({ id }) => id))
  const found: Served[] = []
  for (const stream of streams.filter(({ kind }) => kind === 'instrument').sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const one: Served = { instrument: stream.id, serial: '?', spans: [], lines: [] }
    let begun: number | null = null
    for (const event of stream.events.slice(0, stream.entered)) {
      const data = event['data'] as Told
      if (event['type'] === 'InstrumentEnrolled') one.serial = typeof data['serial'] === 'string' ? data['serial'] : '?'
      else if (event['type'] === 'InstrumentBound') {
        begun = typeof data['permit'] === 'string' && permits.has(data['permit']) ? at(data['at']) : null
      } else if (event['type'] === 'InstrumentReleased' && begun !== null) {
        one.spans.push(hours(begun, at(data['at'])))
        begun = null
      }
    }
    if (begun !== null && madeAt !== null) one.spans.push(hours(begun, madeAt))
    one.spans = joined(one.spans)
    if (one.spans.length > 0) found.push(one)
  }
  return found
}

function at(told: Json | undefined): number {
  const found = instant(told)
  if (found === null) throw new Doubt('no instant')
  return found
}

/** From the beginning of its first hour to the end of its last; an hour that begins as it ends is none. */
function hours(begin: number, end: number): [number, number] {
  const first = Math.floor(begin / HOUR) * HOUR
  return [first, Math.max(first + HOUR, Math.ceil(end / HOUR) * HOUR)]
}

function joined(spans: [number, number][]): [number, number][] {
  const found: [number, number][] = []
  for (const [begin, end] of [...spans].sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = found.at(-1)
    if (last !== undefined && begin <= last[1]) last[1] = Math.max(last[1], end)
    else found.push([begin, end])
  }
  return found
}

function linesOf(stream: Stream): Line[] {
  const events = stream.events.slice(0, stream.entered).filter(({ type }) => type === 'ReadingsSealed')
  return events.flatMap((event) => {
    const data = event['data'] as Told
    const starts = at(data['from'])
    return (data['instruments'] as Told[]).map((line) => {
      const [after, upto, count, own] = [line['after'], line['upto'], line['count'], line['instrument']]
      if (typeof after !== 'number' || typeof upto !== 'number' || typeof count !== 'number' || typeof own !== 'string') {
        throw new Doubt('a seal of nobody, or without numbers')
      }
      const name = `${FOLDER}${own}/${hourOf(starts)}-${String(upto)}.jsonl`
      return { starts, late: data['late'] === true, instrument: own, after, upto, count, root: line['root'] ?? null, name }
    })
  })
}

function hourOf(starts: number): string {
  return new Date(starts).toISOString().slice(0, 13)
}

/** What is proven of one instrument, and what is not. */
async function instrument(bundle: Bundle, one: Served, madeAt: number | null): Promise<Finding[]> {
  const about: About = { instrument: one.instrument, serial: one.serial }
  const shown = one.lines.filter(({ name }) => bundle.names.has(name))
  const found: Finding[] = []
  for (const line of shown) {
    const fault = await faultOf(bundle, line)
    if (fault !== null) found.push(finding(BROKEN, 'readings_false', { file: line.name, why: fault }))
  }
  if (shown.length > 0 && found.length === 0) {
    found.push(finding(PROVEN, 'readings_whole', { ...about, count: sum(shown), ...span(shown) }))
    const late = sum(shown.filter((line) => line.late))
    if (late > 0) found.push(finding(TOLD, 'readings_late', { ...about, count: late }))
  }
  const missing = one.lines.filter(({ name }) => !bundle.names.has(name))
  const past = missing.filter((line) => madeAt !== null && line.starts + HOUR <= madeAt - KEPT)
  const left = missing.filter((line) => !past.includes(line))
  if (past.length > 0) found.push(finding(OPEN, 'readings_past', { ...about, count: sum(past), ...span(past) }))
  if (left.length > 0) found.push(finding(OPEN, 'readings_left_out', { ...about, count: sum(left), ...span(left) }))
  return [...found, ...unsealed(one, madeAt, about)]
}

/** Hours of its service without any seal: too young for one, or nothing was there. */
function unsealed(one: Served, madeAt: number | null, about: About): Finding[] {
  const sealed = new Set(one.lines.map(({ starts }) => starts))
  const all = one.spans.reduce((count, [begin, end]) => count + (end - begin) / HOUR, 0) - sealed.size
  let young = 0
  if (madeAt !== null && all > 0) {
    const first = Math.floor((madeAt - SEALED_BY - HOUR) / HOUR) * HOUR
    const recent = [0, 1, 2, 3].map((n) => first + n * HOUR).filter((starts) => starts + HOUR > madeAt - SEALED_BY)
    young = recent.filter((starts) => has(one, starts) && !sealed.has(starts)).length
  }
  return [
    ...(young > 0 ? [finding(OPEN, 'readings_not_yet', { ...about, count: young })] : []),
    ...(all > young ? [finding(OPEN, 'readings_none', { ...about, count: all - young })] : []),
  ]
}

function sum(lines: readonly Line[]): number {
  return lines.reduce((count, line) => count + line.count, 0)
}

function span(lines: readonly Line[]): About {
  const starts = lines.map((line) => line.starts)
  const told = (time: number): string => `${new Date(time).toISOString().slice(0, 16)}Z`
  return { hours: new Set(starts).size, first: told(Math.min(...starts)), last: told(Math.max(...starts) + HOUR) }
}

/** Why these readings are not what was sealed; null when they are. */
async function faultOf(bundle: Bundle, line: Line): Promise<string | null> {
  try {
    const leaves = await bundle.lines(line.name)
    for (const leaf of leaves) {
      if (leaf.length > LONGEST) return 'a line is too long'
      const told = form(leaf, LEAF) as { instrument: string; taken_at: string; log_seq: number }
      if (told.instrument !== line.instrument || !told.taken_at.startsWith(`${hourOf(line.starts)}:`)) {
        return 'a reading of another instrument or hour'
      }
      if (told.log_seq <= line.after || told.log_seq > line.upto) return 'a reading of another seal'
    }
    if (leaves.length !== line.count) return `${String(leaves.length)} readings, ${String(line.count)} were sealed`
    return hex(await rootOf(leaves)) === line.root ? null : 'they are not those that were sealed'
  } catch (error) {
    return why(error)
  }
}
