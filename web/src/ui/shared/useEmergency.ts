/** An emergency in words: where it is, who somebody on the roll is, and what happened when. */
import { useI18n } from 'vue-i18n'
import type { Emergency, OnRoll } from '@/sync/emergencies'
import { useWhen } from './useWhen'

/** Without an area it is one of the whole site; without a site nobody told where. */
interface Placed {
  readonly site: { readonly name: string | null } | null
  readonly area: { readonly name: string | null } | null
  readonly point: { readonly name: string | null } | null
}

export interface EmergencyWords {
  readonly where: (place: Placed) => string
  readonly spot: (one: Emergency) => string | null
  readonly about: (one: OnRoll) => string
  readonly happened: (one: Emergency['record'][number]) => string
}

export function useEmergency(): EmergencyWords {
  const { t, locale } = useI18n()
  const { when } = useWhen()
  const within = (one: OnRoll): string => {
    if (one.inside) return one.since ? t('emergency.inside', { time: when(one.since) }) : t('emergency.insideNow')
    return t(one.was_inside ? 'emergency.wasInside' : 'emergency.beside')
  }
  return {
    where: ({ site, area, point }) => {
      const near = [area?.name, point?.name].filter(Boolean).join(' · ')
      return near || (site?.name ? t('emergency.wholeSite', { site: site.name }) : t('emergency.nowhere'))
    },
    spot: ({ spot }) => {
      if (!spot) return null
      const near = spot.accuracy_m === null ? t('emergency.ofPoint') : t('emergency.near', { metres: spot.accuracy_m })
      return [`${spot.lat.toFixed(5)}, ${spot.lon.toFixed(5)}`, near, spot.at && when(spot.at)].filter(Boolean).join(' · ')
    },
    about: (one) =>
      [within(one), one.duty && t(`duty.${one.duty}`), one.point, one.firm].filter(Boolean).join(' · '),
    happened: (note) => {
      const task = note.task && (locale.value === 'en' ? note.task.en : note.task.zh)
      const status = note.status && t(`emergency.status.${note.status}`)
      return [t(`emergency.what.${note.what}`), task, note.person, status, note.text].filter(Boolean).join(' · ')
    },
  }
}
