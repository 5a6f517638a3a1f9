/** What a permit tells, as lines that can stand beside those of another. */
import { useI18n } from 'vue-i18n'
import type { FieldValue, Field } from '@/core/template'
import { plantClock } from '@/core/shanghai'
import type { Instant, Permit, Person } from '@/core/types'
import { namesOf } from '@/ui/shared/names'
import { useGasWords } from '@/ui/shared/useGasWords'
import { useLevel } from '@/ui/shared/useLevel'
import { usePlanWords } from '@/ui/shared/usePlanWords'
import { useSay } from '@/ui/shared/useSay'
import type { Fact, FactGroup } from './sides'

type Gather = (permit: Permit) => readonly Fact[]

const fact = (key: string, label: string, value: string | null | undefined): Fact => ({ key, label, value: value ?? '' })

/** The whole date: two permits are seldom of one day. */
const at = (instant: Instant | null): string =>
  instant === null ? '' : plantClock(new Date(instant)).replace('T', ' ')

function useHead(): Gather {
  const { t } = useI18n()
  const levelWord = useLevel()
  const level = (permit: Permit, code: string | null): string =>
    code === null || code === 'none' ? '' : levelWord(permit.type, code)
  return (permit) => [
    fact('state', t('board.state'), t(`state.${permit.clearance === 'open' ? 'clearance' : permit.state}`)),
    fact('type', t('board.type'), t(`shortType.${permit.type}`)),
    fact('level', t('list.level'), level(permit, permit.level)),
    fact('minimum', t('permit.minimum'), level(permit, permit.minimum_level)),
    fact('risk', t('list.column.risk'), permit.risk?.grade ? t(`risk.full.${permit.risk.grade}`) : ''),
  ]
}

function useTimes(): Gather {
  const { t } = useI18n()
  return (permit) => [
    fact('from', t('compare.from'), at(permit.window.from)),
    fact('to', t('compare.to'), at(permit.window.to)),
    fact('issued', t('compare.issued'), at(permit.issued_at)),
    fact('started', t('compare.started'), at(permit.started_at)),
    fact('ended', t('compare.ended'), at(permit.ended_at)),
  ]
}

function usePlace(): Gather {
  const { t } = useI18n()
  const planWords = usePlanWords()
  return (permit) => {
    const { area, point, equipment } = permit.place
    return [
      fact('area', t('permit.area'), area.name),
      fact('point', t('permit.point'), point.name),
      fact('equipment', t('permit.equipment'), [equipment?.code, equipment?.name].filter(Boolean).join(' ')),
      fact('plan', t('plan.name'), planWords(permit.plan)),
    ]
  }
}

function useWork(): Gather {
  const { t } = useI18n()
  const say = useSay()
  const choice = (field: Field, id: string): string => {
    const found = field.choices?.find((each) => each.id === id)
    return found ? say(found) : id
  }
  const spelled = (permit: Permit, field: Field, value: FieldValue | undefined): string => {
    if (value === undefined || value === '') return ''
    if (typeof value === 'boolean') return t(value ? 'truth.yes' : 'truth.no')
    if (field.kind === 'quantity') return [value, field.unit].filter(Boolean).join(' ')
    if (field.kind === 'person') return namesOf(permit).get(String(value)) ?? ''
    const several = Array.isArray(value) ? (value as readonly string[]) : [String(value)]
    return several.map((id) => choice(field, id)).join(t('listed'))
  }
  return (permit) => [
    fact('content', t('board.work'), permit.content),
    ...permit.fields.map((field) => fact(field.id, say(field.label), spelled(permit, field, permit.work[field.id]))),
  ]
}

function usePeople(): Gather {
  const { t } = useI18n()
  const say = useSay()
  return (permit) => {
    const { crew } = permit
    const names = (people: readonly (Person | null)[]): string =>
      people.map((person) => person?.name ?? '').filter(Boolean).sort().join(t('listed'))
    return [
      fact('responsible', t('duty.responsible'), crew.responsible?.name),
      fact('guardian', t('duty.guardian'), crew.guardian?.name),
      fact('workers', t('duty.worker'), names(crew.workers)),
      fact('analysts', t('duty.analyst'), names(crew.analysts)),
      fact('confirmers', t('duty.confirmer'), names(crew.confirmers)),
      fact('briefer', t('duty.briefer'), crew.briefer?.name),
      fact('applicant', t('duty.applicant'), crew.applicant?.name),
      ...permit.stages.map((stage) =>
        fact(
          `stage ${stage.id}`,
          say(stage.title),
          stage.signed.map(({ person, at: signed }) => `${person.name ?? ''} ${at(signed)}`).join(t('listed')),
        ),
      ),
    ]
  }
}

function useMeasures(): Gather {
  const { t } = useI18n()
  const say = useSay()
  const word = (applies: boolean | null): string =>
    t(applies === null ? 'permit.open' : applies ? 'permit.applies' : 'permit.appliesNot')
  return (permit) =>
    permit.measures.map((row) => {
      const figures = row.values.map((value) => `${say(value)} ${row.given[value.id] ?? ''} ${value.unit}`.trim())
      const told = row.applies ? figures.filter((_, n) => row.given[row.values[n]?.id ?? ''] !== undefined) : []
      return fact(row.id, `${say(row)} ${row.clause}`, [word(row.applies), ...told].join(t('listed')))
    })
}

function useHazards(): Gather {
  const { t } = useI18n()
  const say = useSay()
  return (permit) =>
    permit.hazards
      .filter(({ applies }) => applies !== false)
      .map((row) => {
        const chosen = row.controls.filter(({ id }) => row.chosen.includes(id)).map(say)
        const grade = row.grade === null ? [] : [t(`risk.grade.${row.grade}`)]
        return fact(row.id, say(row), [...grade, ...chosen].join(t('listed')))
      })
}

function useConditions(): Gather {
  const { t } = useI18n()
  const say = useSay()
  return (permit) =>
    permit.requirements
      .filter(({ outcome }) => outcome !== 'not_applicable')
      .map((row) => fact(row.requirement, `${say(row.title)} ${row.clause}`, t(`outcome.${row.outcome}`)))
}

/** The newest round; an older one is superseded by it. */
function useGas(): Gather {
  const { t } = useI18n()
  const { pointName } = useGasWords()
  const say = useSay()
  return (permit) => {
    const round = permit.gas.rounds.at(-1)
    if (round === undefined) return []
    const named = new Map((permit.gas.plan?.demands ?? []).map((demand) => [demand.substance, say(demand.name)]))
    return [
      fact('rounds', t('compare.rounds'), String(permit.gas.rounds.length)),
      fact('sampled', t('compare.sampled'), at(round.sampled_at ?? round.recorded_at)),
      ...round.readings.map((reading) =>
        fact(
          `${reading.point} ${reading.substance} ${reading.unit}`,
          `${pointName(reading.point)} · ${named.get(reading.substance) ?? reading.substance}`,
          `${reading.value} ${reading.unit} ${t(`verdict.${reading.verdict}`)}`,
        ),
      ),
    ]
  }
}

function useCauses(): Gather {
  const say = useSay()
  return (permit) => permit.causes.map((cause) => fact(`cause ${cause.kind}`, say(cause.title), at(cause.at)))
}

export function useFacts(): (permit: Permit) => readonly FactGroup[] {
  const groups: Readonly<Record<string, Gather>> = {
    head: useHead(),
    place: usePlace(),
    work: useWork(),
    times: useTimes(),
    people: usePeople(),
    gas: useGas(),
    hazards: useHazards(),
    measures: useMeasures(),
    conditions: useConditions(),
    causes: useCauses(),
  }
  return (permit) => Object.entries(groups).map(([id, gather]) => ({ id, facts: gather(permit) }))
}
