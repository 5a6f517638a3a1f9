/** The inbox on a screen: the pages that are known, noting as read, the way back, and older pages when asked for. */
import { computed, ref, shallowRef, watch } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { byDay, learned, readAt, unreadSince } from '@/core/notices'
import type { Day, Front, Notice } from '@/core/notices'
import type { Problem } from '@/core/problem'
import type { Instant } from '@/core/types'
import { noteRead, PAGE, readTold, takeBackRead } from '@/sync/inbox'
import { offerUndo } from '@/ui/shared/undo'

export interface Inbox {
  /** Grave ones that somebody must still act on. */
  readonly standing: Ref<readonly Notice[]>
  readonly days: ComputedRef<readonly Day[]>
  readonly unread: Ref<number>
  readonly empty: ComputedRef<boolean>
  /** Whether there may be older pages. */
  readonly more: Ref<boolean>
  readonly busy: Ref<boolean>
  /** The "no" to what was asked for last. */
  readonly refused: Ref<Problem | null>
  readonly older: () => Promise<void>
  /** These, or everything; `says` is told beside the way back, nothing is offered without it. */
  readonly note: (ids: readonly string[] | null, says?: string) => Promise<void>
}

interface Known {
  readonly rows: Ref<readonly Notice[]>
  readonly standing: Ref<readonly Notice[]>
  readonly unread: Ref<number>
  readonly refused: Ref<Problem | null>
}

function useNoting({ rows, standing, unread, refused }: Known): Inbox['note'] {
  async function back(at: Instant): Promise<void> {
    const answer = await takeBackRead(at)
    refused.value = answer.ok ? null : answer.problem
    if (!answer.ok) return
    rows.value = unreadSince(rows.value, at)
    standing.value = unreadSince(standing.value, at)
    unread.value = answer.data.unread
  }

  return async (ids, says) => {
    const answer = await noteRead(ids)
    if (!answer.ok) {
      // Whoever only opened one sees what it leads to; that it was opened is noted another time.
      refused.value = says === undefined ? refused.value : answer.problem
      return
    }
    refused.value = null
    unread.value = answer.data.unread
    const { at } = answer.data
    if (at === null) return
    rows.value = readAt(rows.value, ids, at)
    standing.value = readAt(standing.value, ids, at)
    if (says !== undefined) offerUndo(says, () => void back(at))
  }
}

export function useInbox(front: Readonly<Ref<Front | null>>): Inbox {
  const rows = shallowRef<readonly Notice[]>([])
  const standing = shallowRef<readonly Notice[]>([])
  const unread = ref(0)
  const more = ref(false)
  const busy = ref(false)
  const refused = shallowRef<Problem | null>(null)

  watch(
    front,
    (told) => {
      if (told === null) return
      const full = told.told.length >= PAGE
      if (rows.value.length === 0 || !full) more.value = full
      rows.value = learned(rows.value, told.told, null, full)
      standing.value = told.standing
      unread.value = told.unread
    },
    { immediate: true },
  )

  async function older(): Promise<void> {
    const below = rows.value.at(-1)?.id ?? null
    busy.value = true
    const answer = await readTold(below)
    busy.value = false
    refused.value = answer.ok ? null : answer.problem
    if (!answer.ok) return
    more.value = answer.data.length >= PAGE
    rows.value = learned(rows.value, answer.data, below, more.value)
  }

  const days = computed(() => byDay(rows.value, standing.value))
  const empty = computed(() => standing.value.length === 0 && rows.value.length === 0)
  return { standing, days, unread, empty, more, busy, refused, older, note: useNoting({ rows, standing, unread, refused }) }
}
