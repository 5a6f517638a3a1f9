/** Names of sampling points and the words of a limit. */
import { useI18n } from 'vue-i18n'
import { isTwofold } from '@/core/demands'
import type { Demand, Reading } from '@/core/types'
import { useSay } from './useSay'

type Ranged = Partial<Pick<Demand, 'low' | 'high' | 'unit'>>
type Word = string | null | undefined

export interface GasWords {
  readonly pointName: (code: string) => string
  /** What is to be measured; of a substance that is measured twice, also as what. */
  readonly demandName: (demand: Pick<Demand, 'substance' | 'quality' | 'name'>, all: readonly Demand[]) => string
  /** The range of a demand, or the limit by which a reading was judged; empty when neither is told. */
  readonly limitWords: (demand: Ranged | undefined, reading?: Reading) => string
  /** Typed, from a meter, or taken by the server from which message of which instrument. */
  readonly originWords: (reading: Pick<Reading, 'source' | 'taken'>) => string
}

/** The lower end, where the demand has one in this unit. */
const lowOf = (demand: Ranged | undefined, unit: Word): Word => (demand?.unit === unit ? demand?.low : null)
const range = (low: Word, high: string, unit: Word): string => `${low ? `${low} – ` : '≤ '}${high} ${unit ?? ''}`.trim()

export function useGasWords(): GasWords {
  const i18n = useI18n()
  const { t } = i18n
  const pointName = (code: string): string => {
    const section = /^section_(\d+)$/.exec(code)?.[1]
    if (section !== undefined) return t('gas.points.section', { number: section })
    return i18n.te(`gas.points.${code}`) ? t(`gas.points.${code}`) : code
  }
  const say = useSay()
  const demandName: GasWords['demandName'] = (demand, all) => {
    const substance = say(demand.name)
    return isTwofold(demand, all) ? t(`gas.quality.${demand.quality}`, { substance }) : substance
  }
  const limitWords: GasWords['limitWords'] = (demand, reading) => {
    if (reading?.limit) return range(lowOf(demand, reading.limit_unit), reading.limit, reading.limit_unit)
    return demand?.high ? range(demand.low, demand.high, demand.unit) : ''
  }
  const originWords: GasWords['originWords'] = ({ source, taken }) => {
    const words = t(`gas.source.${source}`)
    return taken ? t('gas.from', { source: words, serial: taken.serial, seq: taken.seq }) : words
  }
  return { pointName, demandName, limitWords, originWords }
}
