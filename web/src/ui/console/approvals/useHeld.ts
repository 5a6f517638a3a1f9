/** Rows that keep their places while somebody points at them or decides. */
import { computed, ref, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { held } from '@/core/heldOrder'
import type { Placed } from '@/core/heldOrder'

export interface HeldRows<T> {
  readonly rows: ComputedRef<readonly Placed<T>[]>
  readonly arrived: ComputedRef<number>
  /** Somebody points at the list. */
  readonly pointed: Ref<boolean>
  /** Puts in what waits, now. */
  readonly settle: () => void
}

export function useHeld<T>(
  newest: () => readonly T[],
  idOf: (row: T) => string,
  deciding: () => boolean = () => false,
): HeldRows<T> {
  const pointed = ref(false)
  const shown = shallowRef(held<T>([], newest(), false, idOf))
  const settle = (): void => {
    shown.value = held<T>([], newest(), false, idOf)
  }
  watch([newest, pointed, deciding], () => {
    shown.value = held(shown.value.rows, newest(), pointed.value || deciding(), idOf)
  })
  return { rows: computed(() => shown.value.rows), arrived: computed(() => shown.value.arrived), pointed, settle }
}
