/** What the plan shows, layer by layer: permits, alarms, people, isolations, areas in the colour of their risk. */
import { worstOf } from '@/core/wall'
import type { Grade } from '@/core/wall'
import type { PermitRow } from '@/core/types'
import type { SitePlan } from '@/sync/plan'
import { isPlaced } from '@/ui/console/parts/placed'
import type { MapMark } from '@/ui/console/parts/placed'
import { faceOf, iconOf } from '@/ui/shared/marks'

export const LAYERS = ['permits', 'alarms', 'people', 'isolations', 'cameras', 'areas'] as const
export type Layer = (typeof LAYERS)[number]
export type Area = SitePlan['areas'][number]
/** Says a key in the language of the screen. */
export type Tell = (key: string, values?: Readonly<Record<string, unknown>>) => string

interface Spot {
  readonly x: number
  readonly y: number
}
/** Where the positions of work points put those that are not drawn. */
export type Spots = ReadonlyMap<string, Spot>

function spotOf(x: number | null, y: number | null, point: string | null, spots: Spots): Spot | null {
  if (x !== null && y !== null) return { x, y }
  return point === null ? null : (spots.get(point) ?? null)
}

/** Permits that the positions of their points place on the plan stand there too. */
export function placedBy(rows: readonly PermitRow[], spots: Spots): readonly PermitRow[] {
  return rows.map((row) => {
    const spot = isPlaced(row) ? null : spots.get(row.point.id)
    return spot ? { ...row, point: { ...row.point, ...spot } } : row
  })
}

export function permitMarks(rows: readonly PermitRow[], t: Tell): readonly MapMark[] {
  return rows.filter(isPlaced).map((row) => {
    const face = faceOf(row.state, row.clearance)
    const unsure = row.not_confirmed && row.state === 'paused'
    const state = unsure ? t('state.notStopped') : t(`state.${face}`)
    return {
      id: `permit:${row.id}`,
      kind: 'permit',
      x: row.point.x,
      y: row.point.y,
      face: unsure ? `${face} not-confirmed` : face,
      icon: iconOf(face),
      words: [row.number, state, row.point.name, row.content].filter(Boolean).join(' · '),
    }
  })
}

type Bell = SitePlan['bells'][number]

/** The alarms of one place are one mark: the newest, and how many there are (S27). */
export function alarmMarks(
  bells: readonly Bell[],
  spots: Spots,
  say: (text: Bell['title']) => string,
): readonly MapMark[] {
  const places = new Map<string, { readonly spot: Spot; readonly all: Bell[] }>()
  for (const bell of bells) {
    const spot = spotOf(bell.x, bell.y, bell.point_id, spots)
    if (spot === null) continue
    const key = `${spot.x} ${spot.y}`
    const there = places.get(key)
    if (there) there.all.push(bell)
    else places.set(key, { spot, all: [bell] })
  }
  return [...places.values()].flatMap(({ spot, all }) => {
    const newest = all[0]
    if (newest === undefined) return []
    const words = [newest.point, ...new Set(all.map((bell) => say(bell.title)))].filter(Boolean).join(' · ')
    const id = `alarm:${newest.id}`
    return [{ id, kind: 'alarm' as const, ...spot, face: '', icon: 'bell' as const, words, ...counted(all.length) }]
  })
}

const counted = (count: number): { readonly text?: string } => (count > 1 ? { text: String(count) } : {})

export function peopleMarks(people: SitePlan['people'], spots: Spots, t: Tell): readonly MapMark[] {
  return people.flatMap((row) => {
    const spot = spotOf(row.x, row.y, row.point_id, spots)
    if (spot === null) return []
    const inside = row.here.filter((one) => one.inside)
    const names = row.here.map(({ name, inside: within }) =>
      within ? t('map.inside', { name: name ?? t('map.someone') }) : (name ?? t('map.someone')),
    )
    return [
      {
        id: `people:${row.permit}`,
        kind: 'people' as const,
        ...spot,
        face: inside.length > 0 ? 'inside' : '',
        icon: 'people' as const,
        words: [row.number, row.point, names.join(t('listed'))].filter(Boolean).join(' · '),
        text: inside.length > 0 ? `${inside.length}/${row.here.length}` : String(row.here.length),
      },
    ]
  })
}

export function isolationMarks(isolations: SitePlan['isolations'], spots: Spots, t: Tell): readonly MapMark[] {
  return isolations.flatMap((row) => {
    const spot = spotOf(row.x, row.y, row.point_id, spots)
    if (spot === null) return []
    const told = t('map.verified', { done: row.verified, all: row.points })
    return [
      {
        id: `isolation:${row.id}`,
        kind: 'isolation' as const,
        ...spot,
        face: row.verified < row.points ? 'open-points' : '',
        icon: 'lock' as const,
        words: [row.number, row.title, told, row.at_area ? t('map.atArea') : null].filter(Boolean).join(' · '),
      },
    ]
  })
}

/** The worse of what the plant declares for the area and of the work on it. */
export function gradeOf(area: Area): Grade | null {
  return worstOf([...area.risks, ...(area.risk_grade === null ? [] : [area.risk_grade])])
}

/** The grade in words; work that nobody graded is said to be that. */
export function gradeWords(area: Area, t: Tell): string {
  if (area.risks.includes('unknown')) return t('map.ungraded')
  const grade = gradeOf(area)
  return grade === null ? t('map.noGrade') : t(`risk.grade.${grade}`)
}

export function areaMarks(areas: readonly Area[], chosen: string | null, t: Tell): readonly MapMark[] {
  return areas.flatMap((area) => {
    if (area.x === null || area.y === null) return []
    const frozen = area.frozen ? t('map.frozen') : null
    const words = [area.name, gradeWords(area, t), frozen].filter(Boolean).join(' · ')
    const face = [gradeOf(area), area.frozen ? 'frozen' : null, area.id === chosen ? 'chosen' : null]
    return [
      {
        id: `area:${area.id}`,
        kind: 'area' as const,
        x: area.x,
        y: area.y,
        face: face.filter(Boolean).join(' '),
        icon: null,
        words,
        text: words,
      },
    ]
  })
}
