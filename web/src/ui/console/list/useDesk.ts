/** The views and the layout of the list: at hand at once, kept by the server for every desk. */
import { computed, ref, shallowRef } from 'vue'
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import type { Problem } from '@/core/problem'
import { handedOver, savedViews } from '@/store/views'
import { forgetView, keepLayout, keepView, readDesk } from '@/sync/desk'
import type { Desk, Layout, View } from '@/sync/desk'
import type { Answer } from '@/sync/http'
import { AS_IT_COMES } from './columns'

const PATIENCE_MS = 600

export interface UsedDesk {
  readonly views: ComputedRef<readonly View[]>
  readonly layout: ShallowRef<Layout>
  /** Why the last change was not kept. */
  readonly problem: Ref<Problem | null>
  readonly keep: (view: View) => Promise<void>
  readonly forget: (name: string) => Promise<void>
  readonly lay: (layout: Layout) => void
}

export function useDesk(): UsedDesk {
  const views = shallowRef<readonly View[]>([])
  const layout = shallowRef<Layout>(AS_IT_COMES)
  const problem = ref<Problem | null>(null)
  let timer: ReturnType<typeof setTimeout> | undefined

  function take(answer: Answer<Desk>): boolean {
    problem.value = answer.ok ? null : answer.problem
    if (answer.ok) views.value = answer.data.views
    return answer.ok
  }

  /** What this browser kept by itself once goes with the account from now on. */
  async function handOver(kept: Desk): Promise<void> {
    const known = new Set(kept.views.map(({ name }) => name))
    for (const view of savedViews().filter(({ name }) => !known.has(name))) {
      if (!take(await keepView(view))) return
    }
    handedOver()
  }

  async function begin(): Promise<void> {
    const answer = await readDesk()
    if (!take(answer) || !answer.ok) return
    if (answer.data.layout !== null) layout.value = answer.data.layout
    await handOver(answer.data)
  }

  function lay(next: Layout): void {
    layout.value = next
    clearTimeout(timer)
    timer = setTimeout(() => void keepLayout(next).then(take), PATIENCE_MS)
  }

  void begin()
  return {
    views: computed(() => views.value),
    layout,
    problem,
    keep: async (view) => void take(await keepView(view)),
    forget: async (name) => void take(await forgetView(name)),
    lay,
  }
}
