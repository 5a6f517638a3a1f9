/** Whether the server can be reached, for screens. */
import { onScopeDispose, readonly, ref } from 'vue'
import type { Ref } from 'vue'
import { isUp, onLink } from '@/sync/link'

export function useLink(): Readonly<Ref<boolean>> {
  const up = ref(isUp())
  const off = onLink((now) => {
    up.value = now
  })
  onScopeDispose(off)
  return readonly(up)
}
