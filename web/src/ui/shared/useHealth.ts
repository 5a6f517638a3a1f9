/** Asks the server when the screen opens and whenever the person wants to know. */
import { onMounted, ref } from 'vue'
import type { Ref } from 'vue'
import { health } from '@/sync/health'
import type { Health } from '@/sync/health'

export function useHealth(): { state: Ref<Health | 'asking'>; ask: () => Promise<void> } {
  const state = ref<Health | 'asking'>('asking')
  const ask = async (): Promise<void> => {
    state.value = 'asking'
    state.value = await health()
  }
  onMounted(ask)
  return { state, ask }
}
