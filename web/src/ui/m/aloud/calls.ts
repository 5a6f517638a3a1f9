/** Says a stop or an alarm of one's own work the moment the phone hears of it. The screen tells the same, and rings. */
import { computed, defineComponent, watch } from 'vue'
import { useI18n } from 'vue-i18n'
import { callsOf } from '@/core/aloud'
import { usePermits } from '@/ui/m/state/permits'
import { usePulse } from '@/ui/m/state/pulse'
import { useSay } from '@/ui/shared/useSay'
import { useAloud } from './useAloud'

function useCalls(): void {
  const { t } = useI18n()
  const say = useSay()
  const permits = usePermits()
  const pulse = usePulse()
  const aloud = useAloud()
  const known = new Map<string, ReadonlySet<string>>()

  const leaving = computed(() => pulse.leaving.map(({ permit }) => permit.id).join())
  watch(leaving, (now, before) => {
    if (now !== '' && now !== before) aloud.read([t('leave.title')])
  })

  watch(
    () => [...permits.cards.values()].map(({ permit }) => ({ permit, calls: callsOf(permit) })),
    (now) => {
      for (const { permit, calls } of now) {
        const before = known.get(permit.id)
        known.set(permit.id, new Set(calls.map(({ key }) => key)))
        // What stood there when the card was first seen is read on it.
        const fresh = before === undefined ? [] : calls.filter(({ key }) => !before.has(key))
        if (fresh.length === 0) continue
        const place = permit.place.point.name ?? ''
        aloud.read(fresh.map(({ words }) => t('aloud.call', { place, what: say(words) })))
      }
    },
  )
}

export default defineComponent({
  name: 'AloudCalls',
  setup() {
    useCalls()
    return () => null
  },
})
