/** Two permits marked for a comparison; a third takes the place of the first. */
import { ref } from 'vue'
import type { Ref } from 'vue'
import type { Router } from 'vue-router'

const BOTH = 2

export interface Marks {
  readonly marked: Ref<readonly string[]>
  readonly mark: (id: string) => void
  readonly unmark: () => void
  /** Nothing happens before two are marked. */
  readonly compare: () => void
}

export function useMarks(router: Router): Marks {
  const marked = ref<readonly string[]>([])
  return {
    marked,
    mark: (id) => {
      const without = marked.value.filter((each) => each !== id)
      marked.value = without.length < marked.value.length ? without : [...without, id].slice(-BOTH)
    },
    unmark: () => {
      marked.value = []
    },
    compare: () => {
      const [one, other] = marked.value
      if (one !== undefined && other !== undefined) void router.push({ name: 'compare', query: { a: one, b: other } })
    },
  }
}
