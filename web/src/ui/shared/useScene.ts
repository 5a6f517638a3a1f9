/** The place of an alarm in words: who is inside, who is beside it, which instrument told, and the position. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Present, Scene } from '@/core/records'
import { useGasWords } from './useGasWords'
import { useWhen } from './useWhen'

export interface SceneWords {
  readonly inside: ComputedRef<readonly Present[]>
  readonly beside: ComputedRef<readonly Present[]>
  readonly told: ComputedRef<string | null>
  readonly spot: ComputedRef<string | null>
  /** What somebody inside is, where, and since when. */
  readonly about: (one: Present) => string
}

export function useScene(scene: () => Scene): SceneWords {
  const { t } = useI18n()
  const { when } = useWhen()
  const { pointName } = useGasWords()
  const at = (lat: number, lon: number, more: string): string => `${lat.toFixed(5)}, ${lon.toFixed(5)} ${more}`
  const spot = computed(() => {
    const { fix, place } = scene()
    if (fix) {
      const near = fix.accuracy_m === null ? t('scene.vague') : t('scene.near', { metres: fix.accuracy_m })
      return at(fix.lat, fix.lon, `${near} · ${when(fix.at)}`)
    }
    return !place || place.lat === null || place.lon === null ? null : at(place.lat, place.lon, t('scene.ofPoint'))
  })
  const told = computed(() => {
    const { instrument } = scene()
    if (!instrument) return null
    const { name, serial, point, person } = instrument
    return [`${name} ${serial}`, point && pointName(point), person].filter(Boolean).join(' · ')
  })
  return {
    inside: computed(() => scene().people.filter((one) => one.inside)),
    beside: computed(() => scene().people.filter((one) => !one.inside)),
    told,
    spot,
    about: ({ duty, point, since }) =>
      [t(`duty.${duty}`), point, since && t('scene.since', { time: when(since) })].filter(Boolean).join(' · '),
  }
}
