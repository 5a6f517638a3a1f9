/** Keys of a room. They rest while somebody types, and in what stands open above the room. */
import { onBeforeUnmount, onMounted } from 'vue'

export type Keys = Readonly<Record<string, () => void>>

function typing(target: EventTarget | null): boolean {
  const element = target as HTMLElement | null
  return element?.closest('input:not([type=checkbox]), textarea, select, [contenteditable], dialog, .el-popper') !== null && element !== null
}

export function useKeys(keys: Keys): void {
  const press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return
    const call = keys[event.key]
    if (!call) return
    event.preventDefault()
    call()
  }
  onMounted(() => {
    window.addEventListener('keydown', press)
  })
  onBeforeUnmount(() => {
    window.removeEventListener('keydown', press)
  })
}
