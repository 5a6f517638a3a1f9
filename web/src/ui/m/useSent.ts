/** Leaves a step once the stop that waited there has reached the server: others know now, the page has done its work;
    not while somebody speaks there. */
import { ref, watch } from 'vue'
import type { Ref } from 'vue'
import { useGiving } from './state/giving'
import type { Given } from './state/giving'
import type { PermitPage } from './usePermit'

export function useSent(page: PermitPage, done: Ref<Given>, speaking: Ref<boolean> = ref(false)): void {
  const giving = useGiving()
  watch(
    [() => giving.pendingOf(page.id).length, speaking],
    ([left, busy]) => {
      if (done.value === 'waiting' && left === 0 && !busy) void page.leave()
    },
  )
}
