/** An Ex mark as it stands on a plate, held against the zone of an area (S26): the twin of
    `davy_core/explosion/marks.py`, with which it shares its cases. The server refuses; this only says it in time. */

/** What an area asks of a terminal; a zone nobody knows is taken for zone 1, a group or temperature class that nobody
    told for the strictest. */
export interface Zone {
  readonly zone: string | null
  readonly group: string | null
  readonly temperature: string | null
}

interface Rating {
  readonly level: string | null
  readonly group: string | null
  readonly celsius: number | null
}

const KINDS: Readonly<Record<string, string>> = {
  a: 'ia da ma ta',
  b: 'ib d db e eb m mb o ob q qb tb p px py pxb pyb',
  c: 'ic dc ec mc oc pz pzc tc nA nC nL nR',
}
const LEVELS = new Map(Object.entries(KINDS).flatMap(([level, kinds]) => kinds.split(' ').map((kind) => [kind, level])))
const CELSIUS: Readonly<Record<string, number>> = { 1: 450, 2: 300, 3: 200, 4: 135, 5: 100, 6: 85 }
const ZONES: Readonly<Record<string, string>> = { 0: 'Ga', 1: 'Gb', 2: 'Gc', 20: 'Da', 21: 'Db', 22: 'Dc' }

const least = ({ zone }: Zone): string => ZONES[zone ?? ''] ?? 'Gb'

/** The same area if what nobody told were harmless. */
export function mildest(zone: Zone): Zone {
  const [group, temperature] = least(zone).startsWith('D') ? (['IIIA', 'T450'] as const) : (['IIA', 'T1'] as const)
  return { zone: zone.zone, group: zone.group || group, temperature: zone.temperature || temperature }
}

/** Group and temperature class that a mark must be good for. */
function wantedOf(zone: Zone): readonly [group: string, temperature: string] {
  const [group, temperature] = least(zone).startsWith('D') ? (['IIIC', 'T85'] as const) : (['IIC', 'T6'] as const)
  return [zone.group || group, zone.temperature || temperature]
}

/** What a mark must show at least, as people write it. */
export const asked = (zone: Zone): string => [...wantedOf(zone), least(zone)].join(' ')

const all = (text: string, what: RegExp): readonly string[] => [...new Set(Array.from(text.matchAll(what), (found) => found[1] ?? ''))]
const only = (found: readonly string[]): string | null => (found.length === 1 ? (found[0] ?? null) : null)

function byKind(text: string, group: string | null): string | null {
  if (group === null) return null
  const kinds = text.slice(0, text.indexOf(group)).split(/\s+/).filter((kind) => kind !== '')
  const found = kinds.map((kind) => LEVELS.get(kind))
  if (found.length === 0 || found.includes(undefined)) return null
  const family = group.startsWith('III') ? 'D' : group.startsWith('II') ? 'G' : 'M'
  return family + ([...found].sort().at(-1) ?? '')
}

function celsiusOf(text: string, group: string | null): number | null {
  const dust = group?.startsWith('III') ?? false
  const found = dust
    ? all(text, /T\s?(\d{2,3})\s?°C/g).map(Number)
    : all(text, /T([1-6])(?!\d)/g).map((told) => CELSIUS[told] ?? 0)
  return found.length === 0 ? null : Math.max(...found)
}

function rating(part: string): Rating {
  const text = part
    .replace(/(?<=[a-z])(?=I)/g, ' ')
    .replace(/(III|II)([ABC]?)(?=T\d)/g, '$1$2 ')
    .replace(/(?<=[0-9C])(?=[GDM][abc])/g, ' ')
  const group = only(all(text, /(?<![A-Z])(III[ABC]|II[ABC]|III|II|I)(?![A-Z])/g))
  const levels = all(text, /(?<![A-Za-z])([GDM][abc])(?![A-Za-z])/g)
  return { level: levels.length === 0 ? byKind(text, group) : only(levels), group, celsius: celsiusOf(text, group) }
}

function covers(group: string | null, wanted: string): boolean {
  return group?.length === wanted.length && group.slice(0, -1) === wanted.slice(0, -1) && group >= wanted
}

function isCool(celsius: number | null, wanted: string): boolean {
  const told = /^T(?:([1-6])|(\d{2,3}))$/.exec(wanted)
  if (told === null || celsius === null) return false
  return celsius <= (told[1] === undefined ? Number(told[2]) : (CELSIUS[told[1]] ?? 0))
}

/** Whether one of the mark's ratings is good enough. What cannot be read from it is not known, and does not fit. */
export function fitsZone(mark: string, zone: Zone): boolean {
  const wanted = least(zone)
  const [gas, heat] = wantedOf(zone)
  const parts = mark.normalize('NFKC').replace(/\[[^\]]*\]/g, ' ').split('Ex').slice(1)
  return parts.map(rating).some(({ level, group, celsius }) => {
    if (level === null || level[0] !== wanted[0] || (level[1] ?? '') > (wanted[1] ?? '')) return false
    return covers(group, gas) && isCool(celsius, heat)
  })
}
