/** The instruments that serve a permit now, with what each told last: read when somebody looks, at the server's pulse, and
    by the clock, so that silence is seen too. */
import { onScopeDispose, ref, shallowRef, watch } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import type { Instrument } from '@/core/instruments'
import { readServing } from '@/sync/instruments'

const CALM_MS = 1_500
const ANYWAY_MS = 10_000

export interface Serving {
  /** Null until the server answered for the first time. */
  readonly all: ShallowRef<readonly Instrument[] | null>
  readonly failed: Ref<boolean>
  readonly read: () => Promise<void>
}

export function useServing(permit: string, turn: () => number): Serving {
  const all = shallowRef<readonly Instrument[] | null>(null)
  const failed = ref(false)
  let last = 0
  let waiting: ReturnType<typeof setTimeout> | undefined

  async function read(): Promise<void> {
    last = performance.now()
    const answer = await readServing(permit)
    failed.value = !answer.ok
    if (answer.ok) all.value = answer.data
  }

  function soon(): void {
    waiting ??= setTimeout(
      () => {
        waiting = undefined
        void read()
      },
      Math.max(0, last + CALM_MS - performance.now()),
    )
  }

  watch(turn, soon)
  const timer = setInterval(soon, ANYWAY_MS)
  onScopeDispose(() => {
    clearInterval(timer)
    clearTimeout(waiting)
  })
  void read()
  return { all, failed, read }
}
