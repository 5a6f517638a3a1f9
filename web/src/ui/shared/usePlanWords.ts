/** What a permit stands on, in words: 预约, 计划/工单 with its number, or 急件 with its reason. */
import { useI18n } from 'vue-i18n'
import type { Permit } from '@/core/types'

export function usePlanWords(): (plan: Permit['plan']) => string {
  const { t } = useI18n()
  return (plan) => (plan ? [t(`plan.${plan.kind}`), plan.number, plan.title, plan.reason].filter(Boolean).join(' ') : '')
}
