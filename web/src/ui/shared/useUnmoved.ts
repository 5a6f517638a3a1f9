/** Keeps what stands on top of a page from moving a form under the finger that fills it in: while somebody is at it,
    what comes is told elsewhere, and what goes leaves its place empty. */
import { computed, shallowRef, watch } from 'vue'
import type { ComputedRef, ShallowRef } from 'vue'

export interface Unmoved<T> {
  /** What takes up room on top. */
  readonly placed: ShallowRef<T>
  /** It is not what there is to tell: that is shown where it moves nothing. */
  readonly held: ComputedRef<boolean>
}

/** `busy` is asked whenever `now` or `busy` itself changes. */
export function useUnmoved<T>(now: () => T, keyOf: (shown: T) => string, busy: () => boolean): Unmoved<T> {
  const placed = shallowRef(now()) as ShallowRef<T>
  const held = computed(() => keyOf(placed.value) !== keyOf(now()))
  watch([() => keyOf(now()), busy], ([, filling]) => {
    if (!filling) placed.value = now()
  })
  return { placed, held }
}
