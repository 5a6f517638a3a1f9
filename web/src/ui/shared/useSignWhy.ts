/** Which level a signature needs and why, said before it is given: the clause, the level of work, the place in the route. */
import { useI18n } from 'vue-i18n'
import type { components } from '@/core/api'
import { useLevel } from './useLevel'

export type SignWhy = components['schemas']['SignWhy']

export function useSignWhy(): (type: string, least: number, why: SignWhy | null | undefined) => string {
  const { t } = useI18n()
  const level = useLevel()
  return (type, least, why) => {
    const needs = t('proof.asks', { least, way: t(`proof.least.${String(Math.min(Math.max(least, 1), 3))}`) })
    if (!why) return needs
    const because = [why.level && level(type, why.level), why.last && t('proof.last')].filter(Boolean)
    return `${needs} · ${[...because, why.clause].join(' · ')}`
  }
}
