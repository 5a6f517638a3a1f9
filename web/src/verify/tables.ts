/** The tables of measurements, drawn anew from the events, and the rules that the permits stood on. */
import { hex, same, sha256, text, utf8 } from '@/verify/bytes'
import type { Bytes } from '@/verify/bytes'
import type { Bundle } from '@/verify/bundle'
import { BROKEN, finding, OPEN, PROVEN } from '@/verify/finding'
import type { Finding } from '@/verify/finding'
import { word } from '@/verify/strict'
import type { Stream } from '@/verify/stream'
import type { Json, Told } from '@/verify/strict'

const HEAD = '事件,类别,编号,记录时间,采样时间,部位,物质,数值,单位,限值,限值单位,结论,原因,仪器,来源,时钟,人员'.split(',')
const REST = ['limit', 'limit_unit', 'verdict', 'reason', 'instrument', 'source', 'clock', 'by']

export async function tables(bundle: Bundle, streams: readonly Stream[]): Promise<Finding[]> {
  const found: Finding[] = []
  let whole = 0
  for (const stream of streams.filter((one) => one.whole)) {
    const name = `${stream.folder}/gas.csv`
    const shown = bundle.names.has(name) ? await bundle.bytes(name) : null
    const due = stream.kind === 'permit' ? gasTable(stream.events) : null
    if (shown !== null && (due === null || !same(shown, due))) {
      found.push(finding(BROKEN, 'gas_table_false', { file: name, why: 'the events say otherwise' }))
    } else if (due !== null && shown === null) {
      found.push(finding(OPEN, 'gas_table_missing', { kind: stream.kind, stream: stream.id }))
    } else if (shown !== null) whole += 1
  }
  return whole > 0 ? [...found, finding(PROVEN, 'gas_tables_whole', { count: whole })] : found
}

export async function rules(bundle: Bundle, streams: readonly Stream[]): Promise<Finding[]> {
  if (!streams.every((stream) => stream.whole)) return []
  const events = streams.filter((stream) => stream.kind === 'permit').flatMap((stream) => stream.events)
  const bases = events.map((event) => (event['data'] as Told)['basis'])
  const named = new Set(bases.filter((basis) => typeof basis === 'string'))
  const shown = [...bundle.names.keys()].filter((name) => name.startsWith('rules/')).map((name) => name.slice(6, -5)).sort()
  const found: Finding[] = []
  for (const digest of shown) {
    const content = await bundle.bytes(`rules/${digest}.json`)
    const holds = named.has(digest) && hex(await sha256(content)) === digest
    found.push(holds ? finding(PROVEN, 'rules_whole', { rules: digest, packs: packs(content) }) : finding(BROKEN, 'rules_false', { rules: digest }))
  }
  const missing = [...named].filter((digest) => !shown.includes(digest)).length
  return missing > 0 ? [...found, finding(OPEN, 'rules_missing', { count: missing })] : found
}

function packs(content: Bytes): string {
  try {
    const told = JSON.parse(text(content)) as { packs: { id: string; version?: string }[] }
    return told.packs.map((pack) => `${pack.id} ${pack.version ?? ''}`.trim()).join(', ')
  } catch {
    return '?'
  }
}

/** Every measurement of these events as CSV; null when there is none. */
export function gasTable(events: readonly Told[]): Bytes | null {
  const rows = events.flatMap(measured)
  if (rows.length === 0) return null
  return utf8(`\ufeff${[HEAD, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`)
}

function measured(event: Told): string[][] {
  const data = event['data'] as Told
  const readings = (data['readings'] ?? []) as Told[]
  if (event['type'] === 'RoundRecorded') {
    return readings.map((r) => row(event, { ...r, kind: 'round', number: data['round'] ?? '', by: data['by'] ?? '' }))
  }
  if (event['type'] === 'ValueRecorded') {
    const value = { value: data['value'] ?? '', unit: data['unit'] ?? '' }
    const told = { kind: 'record', number: data['record'] ?? '', by: data['by'] ?? '' }
    return [row(event, { value, ...told, sampled_at: event['occurred_at'] ?? '', verdict: data['ok'] ? 'pass' : 'fail' })]
  }
  if (event['type'] !== 'PaperCaptured') return []
  const told = { kind: 'paper', number: word(data['entry']), by: data['wrote'] ?? '', source: 'paper' }
  return readings.map((r) => row(event, { ...r, ...told, sampled_at: data['written_at'] ?? '', reason: r['unread'] ?? '' }))
}

function row(event: Told, r: Told): string[] {
  const value = (r['value'] ?? {}) as Told
  const head = [word(event['seq']), ...['kind', 'number'].map((name) => plain(r[name])), plain(event['recorded_at']), plain(r['sampled_at'])]
  const place = [plain(r['point']), plain(r['substance']), plain(value['value']), plain(value['unit'])]
  return [...head, ...place, ...REST.map((name) => plain(r[name]))]
}

function plain(told: Json | undefined): string {
  return typeof told === 'string' ? told : ''
}

/** What a spreadsheet would run as a formula stands there as text. */
function cell(told: string): string {
  const plain = /^[=+\-@\t\r]/.test(told) ? `'${told}` : told
  return /[,"\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain
}
