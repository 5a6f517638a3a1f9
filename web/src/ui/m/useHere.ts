/** Whether the phone can prove where it is at this moment, and if not, why. A phone that lies still is asked again. */
import { computed, watch } from 'vue'
import type { ComputedRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { usePosition } from '@/ui/m/state/position'
import { useNow } from '@/ui/shared/useNow'

/** Sooner than a position is too old to be sent. */
const STALE_MS = 40_000
const PATIENCE_MS = 15_000

/** The words of what is missing; null when a command may carry the position, or needs none. */
export function useHere(needed: () => boolean = () => true): ComputedRef<string | null> {
  const { t } = useI18n()
  const position = usePosition()
  const now = useNow()
  let asked = 0

  watch(
    needed,
    (on, _, leave) => {
      if (!on) return
      position.hold()
      leave(() => {
        position.release()
      })
    },
    { immediate: true },
  )

  watch(now, () => {
    const fix = position.fix
    const wall = Date.now()
    if (!needed() || fix === null || wall - fix.at < STALE_MS || wall - asked < PATIENCE_MS) return
    asked = wall
    position.again()
  })

  return computed(() => {
    if (!needed()) return null
    if (now.value > 0 && position.fix !== null && position.current() !== null) return null
    return position.trouble === null ? t('position.asking') : t('closing.noPosition')
  })
}
