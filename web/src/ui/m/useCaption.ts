/** The words burnt into a photo: when by the server's clock and who, on which permit and where, how far away. */
import { useI18n } from 'vue-i18n'
import { useRoute } from 'vue-router'
import { notOfNow } from '@/core/exif'
import { distanceM } from '@/core/place'
import { plantClock } from '@/core/shanghai'
import { isReckoned, serverNow } from '@/sync/reckoning'
import { useSession } from '@/ui/shared/session'
import { usePermits } from './state/permits'
import { usePosition } from './state/position'

export type Caption = (place: string, taken: Date | null) => readonly string[]

const clock = (instant: Date): string => plantClock(instant).replace('T', ' ')

/** On the page of a permit the photo tells its number, and how far from its work point it was taken. */
export function useCaption(): Caption {
  const { t } = useI18n()
  const route = useRoute()
  const position = usePosition()
  position.use() // so that it is known by the time the photo is taken

  function where(): string {
    const fix = position.current()
    if (fix === null) return t('strip.noPosition')
    const accuracy = Math.round(fix.accuracy_m)
    const { lat, lon } = usePermits().cards.get(String(route.params['id']))?.permit.place.point ?? {}
    const at = `${fix.lat.toFixed(5)}, ${fix.lon.toFixed(5)}`
    if (typeof lat !== 'number' || typeof lon !== 'number') return t('strip.at', { at, accuracy })
    return t('strip.away', { at, accuracy, metres: Math.round(distanceM(fix, { lat, lon })) })
  }

  return (place, taken) => {
    const now = serverNow()
    const number = usePermits().cards.get(String(route.params['id']))?.permit.number
    const when = isReckoned() ? clock(new Date(now)) : t('strip.phoneClock', { time: clock(new Date(now)) })
    const old = notOfNow(taken, now)
    return [
      [when, useSession().person?.name],
      [number, place],
      [where()],
      [old === null ? null : t('strip.taken', { time: clock(old) })],
    ]
      .map((words) => words.filter(Boolean).join('  '))
      .filter((line) => line !== '')
  }
}
