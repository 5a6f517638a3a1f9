/** Names of sampling points and the words of a limit. */
import { useI18n } from 'vue-i18n'
import type { Demand, Reading } from '@/core/types'

export interface GasWords {
  readonly pointName: (code: string) => string
  /** The range of a demand, or the limit by which a reading was judged; empty when neither is told. */
  readonly limitWords: (demand: Pick<Demand, 'low' | 'high' | 'unit'> | undefined, reading?: Reading) => string
}

export function useGasWords(): GasWords {
  const i18n = useI18n()
  const { t } = i18n
  const pointName = (code: string): string => {
    const section = /^section_(\d+)$/.exec(code)?.[1]
    if (section !== undefined) return t('gas.points.section', { number: section })
    return i18n.te(`gas.points.${code}`) ? t(`gas.points.${code}`) : code
  }
  const limitWords: GasWords['limitWords'] = (demand, reading) => {
    if (reading?.limit) return `≤ ${reading.limit} ${reading.limit_unit ?? ''}`.trim()
    if (!demand?.high) return ''
    return `${demand.low ? `${demand.low} – ` : '≤ '}${demand.high} ${demand.unit}`
  }
  return { pointName, limitWords }
}
