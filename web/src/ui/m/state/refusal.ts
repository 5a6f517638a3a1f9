/** The one "no" that is being shown, and what was tried. */
import { defineStore } from 'pinia'
import { ref } from 'vue'
import type { Written } from '@/core/envelope'
import type { Problem } from '@/core/problem'

export interface Refusal {
  readonly problem: Problem
  readonly kind: Written['kind'] | null
  readonly permit: string | null
  /** Sends the same bytes once more; null where that is no way. */
  readonly again: (() => Promise<unknown>) | null
}

export const useRefusal = defineStore('refusal', () => {
  const shown = ref<Refusal | null>(null)

  function show(problem: Problem, about: Partial<Omit<Refusal, 'problem'>> = {}): void {
    shown.value = { problem, kind: about.kind ?? null, permit: about.permit ?? null, again: about.again ?? null }
  }

  function close(): void {
    shown.value = null
  }

  return { shown, show, close }
})
