/** What was just taken away on this screen and can be put back: the newest only, for a few seconds. Commands through the
    door are never among it: what takes those back is said where they are given. */
import { readonly, shallowRef } from 'vue'

export interface Undoable {
  /** What was taken away, in words. */
  readonly says: string
  readonly undo: () => void
}

export const UNDO_MS = 8_000

const newest = shallowRef<Undoable | null>(null)
let timer: ReturnType<typeof setTimeout> | undefined

export const undoable = readonly(newest)

export function forget(): void {
  clearTimeout(timer)
  newest.value = null
}

export function offerUndo(says: string, undo: () => void): void {
  forget()
  newest.value = { says, undo }
  timer = setTimeout(forget, UNDO_MS)
}

export function takeBack(): void {
  const found = newest.value
  forget()
  found?.undo()
}
