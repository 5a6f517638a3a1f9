/** What covers the whole screen by itself, in the middle of whatever a finger was about. A press that was under way
    or aimed at the screen before belongs to that screen: it must not answer the cover, a stop must not be lost by it,
    and what makes work live must not go on unseen. */
import { computed, onScopeDispose, ref, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'

/** Somebody sees a change, understands it and calls back a finger on its way in no less than this: a tap that lands
    sooner was aimed at what was there before. */
export const AIMED_MS = 600
/** A double tap on what went away by the first tap; shorter, because it withholds what lies beneath from the finger. */
export const TWICE_MS = 350
/** The browser makes a click of a touch only some time after the finger was lifted, and looks then where it lands. */
const CLICK_MS = 400
/** A finger whose lifting was never told keeps nobody from answering an alarm. */
const LONGEST_MS = 4_000

const covers = ref(0)
/** Whether anything covers the screen: what is held beneath is let go of. */
export const covered: ComputedRef<boolean> = computed(() => covers.value > 0)

export interface Cover {
  /** It has only just come: touches go through it to the screen that they were meant for. */
  readonly through: Readonly<Ref<boolean>>
  /** It tells something else than a moment ago: its buttons wait. */
  readonly still: Readonly<Ref<boolean>>
  /** It has only just gone: a touch meets neither it nor what lay beneath. */
  readonly gone: Readonly<Ref<boolean>>
}

/** True from `begin` on for so long. */
function moment(ms: number): { readonly on: Ref<boolean>; begin: () => void; end: () => void } {
  const on = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  const end = (): void => {
    clearTimeout(timer)
    on.value = false
  }
  const begin = (): void => {
    clearTimeout(timer)
    on.value = true
    timer = setTimeout(end, ms)
  }
  return { on, begin, end }
}

/** Whether a finger is on the screen, or was until just now; beginning before anything covers it. */
function useFinger(): Readonly<Ref<boolean>> {
  const fingers = new Set<number>()
  const down = ref(false)
  let timer: ReturnType<typeof setTimeout> | undefined
  const put = ({ pointerId }: PointerEvent): void => {
    clearTimeout(timer)
    fingers.add(pointerId)
    down.value = true
  }
  const lifted = ({ pointerId }: PointerEvent): void => {
    fingers.delete(pointerId)
    if (fingers.size > 0) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      down.value = false
    }, CLICK_MS)
  }
  addEventListener('pointerdown', put, true)
  addEventListener('pointerup', lifted, true)
  addEventListener('pointercancel', lifted, true)
  onScopeDispose(() => {
    clearTimeout(timer)
    removeEventListener('pointerdown', put, true)
    removeEventListener('pointerup', lifted, true)
    removeEventListener('pointercancel', lifted, true)
  })
  return down
}

/** `open`: it covers now. `told`: what it is about; another text is another question. */
export function useCover(open: () => boolean, told: () => string): Cover {
  const finger = useFinger()
  const fresh = moment(AIMED_MS)
  const longest = moment(LONGEST_MS)
  const still = moment(AIMED_MS)
  const gone = moment(TWICE_MS)
  const through = ref(false)
  let counted = 0

  const count = (now: boolean): void => {
    covers.value += Number(now) - counted
    counted = Number(now)
  }
  watch(
    open,
    (now) => {
      count(now)
      through.value = now
      if (now) {
        gone.end()
        fresh.begin()
        longest.begin()
      } else gone.begin()
    },
    { flush: 'sync' },
  )
  watch([fresh.on, finger, longest.on], ([young, pressed, waits]) => {
    if (!young && (!pressed || !waits)) through.value = false
  })
  watch(told, () => {
    if (open()) still.begin()
  })
  onScopeDispose(() => {
    count(false)
    for (const one of [fresh, longest, still, gone]) one.end()
  })
  return { through, still: still.on, gone: gone.on }
}
