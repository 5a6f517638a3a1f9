/** What a view of this room shows, in the address: a link or the way back leads to the same. */
import { computed } from 'vue'
import type { ComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

export interface Address {
  readonly told: (name: string) => string
  readonly has: (name: string) => boolean
  /** Change these, null takes one away; what is not named stays. */
  readonly go: (changed: Readonly<Record<string, string | null>>) => Promise<unknown>
  readonly all: ComputedRef<Readonly<Record<string, string>>>
}

export function useAddress(): Address {
  const route = useRoute()
  const router = useRouter()
  const all = computed(() =>
    Object.fromEntries(Object.entries(route.query).filter((pair): pair is [string, string] => typeof pair[1] === 'string')),
  )
  const go = (changed: Readonly<Record<string, string | null>>): Promise<unknown> => {
    const next = Object.entries({ ...all.value, ...changed }).filter(([, value]) => value !== null)
    return router.push({ query: Object.fromEntries(next) })
  }
  return { told: (name) => all.value[name] ?? '', has: (name) => name in all.value, go, all }
}
