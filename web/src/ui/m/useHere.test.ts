import { createPinia, setActivePinia } from 'pinia'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import type { EffectScope } from 'vue'
import { usePosition } from '@/ui/m/state/position'
import { useHere } from '@/ui/m/useHere'

vi.mock('vue-i18n', () => ({ useI18n: () => ({ t: (key: string) => key }) }))

const watchPosition = vi.fn(() => 7)
const clearWatch = vi.fn()
const found = (age: number) =>
  ({ coords: { latitude: 31.2, longitude: 121.4, accuracy: 5 }, timestamp: Date.now() - age }) as GeolocationPosition

let scope: EffectScope
beforeEach(() => {
  vi.useFakeTimers({ now: new Date('2026-11-21T08:00:00Z') })
  vi.stubGlobal('isSecureContext', true)
  vi.stubGlobal('navigator', { geolocation: { watchPosition, clearWatch, getCurrentPosition: vi.fn() } })
  setActivePinia(createPinia())
  watchPosition.mockClear()
  clearWatch.mockClear()
  scope = effectScope()
})
afterEach(() => {
  scope.stop()
  vi.unstubAllGlobals()
  vi.useRealTimers()
})

it('a position serves until it is too old to be sent', async () => {
  const here = scope.run(() => useHere())
  expect(here?.value).toBe('position.asking')
  usePosition().got(found(0))
  expect(here?.value).toBeNull()
  await vi.advanceTimersByTimeAsync(62_000)
  expect(here?.value).toBe('position.asking')
})

it('an old position is asked for anew before it proves nothing', async () => {
  scope.run(() => useHere())
  usePosition().got(found(0))
  await vi.advanceTimersByTimeAsync(30_000)
  expect(watchPosition).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(12_000)
  expect(watchPosition).toHaveBeenCalledTimes(2)
})

it('a phone that may not tell says so', () => {
  const here = scope.run(() => useHere())
  usePosition().failed({ code: 1 } as GeolocationPositionError)
  expect(here?.value).toBe('closing.noPosition')
})

it('asks nobody where he is while it does not matter', async () => {
  const needed = ref(false)
  const here = scope.run(() => useHere(() => needed.value))
  expect(here?.value).toBeNull()
  expect(watchPosition).not.toHaveBeenCalled()
  needed.value = true
  await nextTick()
  expect(watchPosition).toHaveBeenCalledTimes(1)
  expect(here?.value).toBe('position.asking')
  needed.value = false
  await nextTick()
  expect(clearWatch).toHaveBeenCalledTimes(1)
  expect(here?.value).toBeNull()
})

it('stops watching with its screen', () => {
  scope.run(() => useHere())
  scope.stop()
  expect(clearWatch).toHaveBeenCalledTimes(1)
})
