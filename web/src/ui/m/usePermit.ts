/** The permit of the page: read when the page opens, kept fresh, commands given on it. */
import { computed, onBeforeUnmount, onMounted, ref } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { PermitCommands } from '@/core/commands'
import type { Kind } from '@/core/envelope'
import type { Standing } from '@/core/lease'
import type { Problem } from '@/core/problem'
import type { Step } from '@/core/steps'
import type { Permit } from '@/core/types'
import { useGiving } from './state/giving'
import type { Extra, Given } from './state/giving'
import { usePermits } from './state/permits'
import type { Card } from './state/permits'
import { usePulse } from './state/pulse'

export interface PermitPage {
  readonly id: string
  readonly card: ComputedRef<Card | null>
  readonly permit: ComputedRef<Permit | null>
  readonly standing: ComputedRef<Standing>
  readonly trouble: Ref<Problem | null>
  readonly busy: ComputedRef<boolean>
  readonly may: (kind: Kind) => boolean
  readonly give: <K extends Kind>(kind: K, body: PermitCommands[K], extra?: Extra) => Promise<Given>
  readonly load: () => Promise<void>
  /** Back to the card. */
  readonly leave: () => Promise<void>
  readonly go: (step: Step) => Promise<void>
}

const AGAIN_MS = 20_000

/** Conditions lapse without anybody doing anything, so an open page asks again. */
function whileShown(load: () => Promise<void>): void {
  let timer: ReturnType<typeof setInterval> | undefined
  onMounted(async () => {
    timer = setInterval(() => {
      if (document.visibilityState === 'visible') void load()
    }, AGAIN_MS)
    await load()
  })
  onBeforeUnmount(() => {
    clearInterval(timer)
  })
}

export function usePermit(): PermitPage {
  const route = useRoute()
  const router = useRouter()
  const permits = usePermits()
  const giving = useGiving()
  const pulse = usePulse()
  const id = String(route.params['id'])
  const trouble = ref<Problem | null>(null)
  const card = computed(() => permits.cards.get(id) ?? null)
  const permit = computed(() => card.value?.permit ?? null)

  async function load(): Promise<void> {
    trouble.value = await permits.load(id)
  }
  whileShown(load)

  return {
    id,
    card,
    permit,
    standing: computed(() => pulse.standingOf(id)),
    trouble,
    busy: computed(() => giving.busy),
    may: (kind) => permit.value?.mine.commands.includes(kind) ?? false,
    give: (kind, body, extra) => giving.give(id, kind, body, extra),
    load,
    leave: async () => {
      await router.replace({ name: 'permit', params: { id } })
    },
    go: async (step) => {
      await router.push({ name: 'step', params: { id, step } })
    },
  }
}
