/** Keys of a room. They rest while somebody types, and in what stands open above the room. */
import { computed, onBeforeUnmount, onMounted, shallowRef } from 'vue'

export type Keys = Readonly<Record<string, () => void>>

/** The tables of the rooms that stand open: what a key does now is told from here and written nowhere else. */
const tables = shallowRef<readonly Keys[]>([])
export const pressable = computed(() => [...new Set(tables.value.flatMap((keys) => Object.keys(keys)))])

/** What was just closed keeps the focus until the next picture is drawn: only what still stands open takes keys. */
const TAKES_KEYS =
  'input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open], .el-popper:not([aria-hidden=true])'

function typing(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest(TAKES_KEYS) !== null
}

/** `yields`: a key that the room itself listens to is the room's. */
export function useKeys(keys: Keys, yields = false): void {
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
    const call = keys[event.key]
    if (!call) return
    if (yields && tables.value.some((other) => other !== keys && event.key in other)) return
    event.preventDefault()
    call()
  }
  onMounted(() => {
    window.addEventListener('keydown', press)
    tables.value = [...tables.value, keys]
  })
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', press)
    tables.value = tables.value.filter((each) => each !== keys)
  })
}
