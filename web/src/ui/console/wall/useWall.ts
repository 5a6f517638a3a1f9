/** The board as this screen gets it: by its own token, else by a login; asked again at each change and every ten
    seconds, and how old the newest answer is by a clock that nobody can set. */
import { computed, onMounted, onScopeDispose, ref, shallowRef } from 'vue'
import type { ComputedRef, Ref, ShallowRef } from 'vue'
import { useRouter } from 'vue-router'
import type { Router } from 'vue-router'
import type { Problem } from '@/core/problem'
import { trust } from '@/core/wall'
import type { Trust } from '@/core/wall'
import type { Answer } from '@/sync/http'
import { readSites } from '@/sync/registers'
import { listenWall, openKiosk, readKiosk, readWall } from '@/sync/wall'
import type { WallBoard } from '@/sync/wall'

const EVERY_MS = 10_000
const CALM_MS = 2_000
const TICK_MS = 1_000

export interface Wall {
  /** Null before the first answer, when it is too old to stand there, and for a screen that may read no more. */
  readonly board: ComputedRef<WallBoard | null>
  readonly trust: ComputedRef<Trust>
  /** Milliseconds since the newest answer, null before it. */
  readonly age: ComputedRef<number | null>
  /** Why this screen may not read. */
  readonly refused: Ref<Problem | null>
  readonly kiosk: Ref<boolean>
}

/** The token of the link; it is taken out of the address, so that nobody reads it off the screen. */
async function tokenOfLink(router: Router): Promise<string | null> {
  await router.isReady()
  const { hash, query } = router.currentRoute.value
  if (hash === '') return null
  await router.replace({ query, hash: '' })
  return hash.slice(1)
}

/** The site of the login's board: the one in the address, else the first. */
async function readOwn(): Promise<Answer<WallBoard>> {
  const wanted = new URLSearchParams(location.search).get('site')
  if (wanted !== null) return readWall(wanted)
  const sites = await readSites()
  if (!sites.ok) return sites
  return readWall(sites.data.items[0]?.id ?? '')
}

export function useWall(): Wall {
  const told = shallowRef<WallBoard | null>(null)
  const refused = ref<Problem | null>(null)
  const kiosk = ref(true)
  const steady = ref(performance.now())
  const heardAt = ref<number | null>(null)
  const age = computed(() => (heardAt.value === null ? null : Math.max(0, steady.value - heardAt.value)))
  const believed = computed(() => trust(age.value, told.value?.clock_ok === true))
  const board = computed(() => (believed.value === 'hidden' ? null : told.value))
  const stop = follow(useRouter(), { told, refused, kiosk, heardAt })
  const ticking = setInterval(() => {
    steady.value = performance.now()
  }, TICK_MS)
  onScopeDispose(() => {
    clearInterval(ticking)
    stop()
  })
  return { board, trust: believed, age, refused, kiosk }
}

interface Held {
  readonly told: ShallowRef<WallBoard | null>
  readonly refused: Ref<Problem | null>
  readonly kiosk: Ref<boolean>
  readonly heardAt: Ref<number | null>
}

interface Calm {
  readonly now: () => Promise<void>
  /** In a moment, however often it is said meanwhile. */
  readonly soon: () => void
  readonly stop: () => void
}

/** One question at a time. */
function calmly(question: () => Promise<void>): Calm {
  let asking = false
  let timer: ReturnType<typeof setTimeout> | undefined

  async function now(): Promise<void> {
    if (asking) {
      soon()
      return
    }
    asking = true
    await question()
    asking = false
  }

  function soon(): void {
    timer ??= setTimeout(() => {
      timer = undefined
      void now()
    }, CALM_MS)
  }

  return {
    now,
    soon,
    stop: () => {
      clearTimeout(timer)
    },
  }
}

/** Asks until it is told to stop. */
function follow(router: Router, { told, refused, kiosk, heardAt }: Held): () => void {
  let unlisten: (() => void) | null = null
  const calm = calmly(async () => {
    take(await (kiosk.value ? readKiosk() : readOwn()))
  })

  function take(answer: Answer<WallBoard>): void {
    if (answer.ok) {
      told.value = answer.data
      heardAt.value = performance.now()
      refused.value = null
      unlisten ??= listenWall(kiosk.value, calm.soon)
    } else if ([401, 403, 404].includes(answer.problem.status)) {
      told.value = null
      heardAt.value = null
      refused.value = answer.problem
      unlisten?.()
      unlisten = null
    }
  }

  /** Without a token of its own the screen shows what the login of this browser may see. */
  async function begin(): Promise<void> {
    const token = await tokenOfLink(router)
    if (token !== null) await openKiosk(token)
    const first = await readKiosk()
    if (token === null && !first.ok && first.problem.status === 401) {
      kiosk.value = false
      await calm.now()
      if (refused.value?.status === 401) refused.value = first.problem
    } else take(first)
  }

  onMounted(begin)
  const timer = setInterval(() => void calm.now(), EVERY_MS)
  return () => {
    clearInterval(timer)
    calm.stop()
    unlisten?.()
  }
}
