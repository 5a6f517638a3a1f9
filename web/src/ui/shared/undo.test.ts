import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { offerUndo, takeBack, undoable, UNDO_MS } from '@/ui/shared/undo'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

it('puts back once what was taken away', () => {
  const undo = vi.fn()
  offerUndo('row 2', undo)
  expect(undoable.value?.says).toBe('row 2')
  takeBack()
  takeBack()
  expect(undo).toHaveBeenCalledOnce()
  expect(undoable.value).toBeNull()
})

it('is over after a few seconds', () => {
  const undo = vi.fn()
  offerUndo('row 2', undo)
  vi.advanceTimersByTime(UNDO_MS)
  takeBack()
  expect(undo).not.toHaveBeenCalled()
})

it('keeps the newest only, with its whole time', () => {
  const first = vi.fn()
  const second = vi.fn()
  offerUndo('one', first)
  vi.advanceTimersByTime(UNDO_MS - 1)
  offerUndo('two', second)
  vi.advanceTimersByTime(UNDO_MS - 1)
  takeBack()
  expect(first).not.toHaveBeenCalled()
  expect(second).toHaveBeenCalledOnce()
})
