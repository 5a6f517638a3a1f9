/** One photo on its way: taken, made ready, uploaded under its hash; what failed can be sent again. */
import { computed, onScopeDispose, ref } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { isPassing } from '@/core/problem'
import type { Problem } from '@/core/problem'
import { keepBlob } from '@/store/outbox'
import { useGiving } from '@/ui/m/state/giving'
import { useSession } from '@/ui/shared/session'
import { sha256, upload } from '@/sync/attachments'
import type { Answer } from '@/sync/http'
import { ready } from './picture'
import { useCaption } from './useCaption'
import type { Caption } from './useCaption'

export type PhotoState = 'none' | 'preparing' | 'uploading' | 'done' | 'kept' | 'failed' | 'broken' | 'insecure'

export interface Photo {
  readonly state: Ref<PhotoState>
  readonly progress: Ref<number>
  readonly problem: Ref<Problem | null>
  /** Address of what was taken, for showing. */
  readonly shown: Ref<string | null>
  /** The hash once the server has the photo, else null. */
  readonly hash: ComputedRef<string | null>
  readonly take: (file: File, place: string) => Promise<void>
  readonly send: () => Promise<void>
  readonly drop: () => void
}

interface Prepared {
  readonly blob: Blob
  readonly hash: string
}

async function prepared(file: File, caption: Caption, place: string): Promise<Prepared | null> {
  try {
    const blob = await ready(file, (taken) => caption(place, taken))
    return { blob, hash: await sha256(await blob.arrayBuffer()) }
  } catch {
    return null
  }
}

/** Where the photo is now. A phone that signs lays it beside the command that will name it; both go later. */
async function landed(answer: Answer<null>, { hash, blob }: Prepared): Promise<PhotoState> {
  if (answer.ok) return 'done'
  if (!isPassing(answer.problem) || !useGiving().signs) return 'failed'
  return (await keepBlob(useSession().database(), hash, blob, Date.now())) ? 'kept' : 'failed'
}

export function usePhoto(): Photo {
  const caption = useCaption()
  const state = ref<PhotoState>('none')
  const progress = ref(0)
  const problem = ref<Problem | null>(null)
  const shown = ref<string | null>(null)
  const known = ref<string | null>(null)
  let kept: Prepared | null = null

  function drop(): void {
    if (shown.value !== null) URL.revokeObjectURL(shown.value)
    shown.value = null
    kept = null
    known.value = null
    state.value = 'none'
  }

  async function take(file: File, place: string): Promise<void> {
    drop()
    state.value = window.isSecureContext ? 'preparing' : 'insecure'
    if (state.value === 'insecure') return
    kept = await prepared(file, caption, place)
    if (kept === null) state.value = 'broken'
    else shown.value = URL.createObjectURL(kept.blob)
    await send()
  }

  async function send(): Promise<void> {
    const photo = kept
    if (photo === null) return
    state.value = 'uploading'
    progress.value = 0
    const answer = await upload(photo.hash, photo.blob, (done) => (progress.value = done))
    if (kept !== photo) return
    problem.value = answer.ok ? null : answer.problem
    known.value = (state.value = await landed(answer, photo)) === 'failed' ? null : photo.hash
  }

  onScopeDispose(drop)
  return { state, progress, problem, shown, hash: computed(() => known.value), take, send, drop }
}
