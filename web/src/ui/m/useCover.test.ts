// @vitest-environment happy-dom
import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import type { EffectScope, Ref } from 'vue'
import HoldButton from '@/ui/m/parts/HoldButton.vue'
import { covered, useCover } from '@/ui/m/useCover'
import type { Cover } from '@/ui/m/useCover'

let scope: EffectScope
let open: Ref<boolean>
let told: Ref<string>
let cover!: Cover

const finger = (kind: string): boolean => dispatchEvent(Object.assign(new Event(kind), { pointerId: 1 }))

async function pass(ms: number): Promise<void> {
  await nextTick()
  await vi.advanceTimersByTimeAsync(ms)
  await nextTick()
}

beforeEach(() => {
  vi.useFakeTimers()
  open = ref(false)
  told = ref('one')
  scope = effectScope()
  scope.run(() => {
    cover = useCover(() => open.value, () => told.value)
  })
})
afterEach(() => {
  scope.stop()
  vi.useRealTimers()
})

it('a tap on its way reaches the screen that it was meant for', async () => {
  open.value = true
  expect(cover.through.value).toBe(true)
  await pass(500)
  expect(cover.through.value).toBe(true)
  await pass(200)
  expect(cover.through.value).toBe(false)
})

it('a press under way is let through until its click was made', async () => {
  finger('pointerdown')
  open.value = true
  await pass(2_000)
  expect(cover.through.value).toBe(true)
  finger('pointerup')
  await pass(300)
  expect(cover.through.value).toBe(true)
  await pass(200)
  expect(cover.through.value).toBe(false)
})

it('a finger whose lifting nobody told keeps nobody from answering', async () => {
  finger('pointerdown')
  open.value = true
  await pass(4_100)
  expect(cover.through.value).toBe(false)
})

it('another question makes its buttons wait, and the second tap of two meets nothing', async () => {
  open.value = true
  await pass(1_000)
  told.value = 'another'
  await nextTick()
  expect([cover.still.value, cover.through.value]).toEqual([true, false])
  await pass(700)
  expect(cover.still.value).toBe(false)
  open.value = false
  expect([cover.gone.value, covered.value]).toEqual([true, false])
  await pass(400)
  expect(cover.gone.value).toBe(false)
})

it('lets go of what is held, unless it ends work', async () => {
  const held = async (ends: boolean): Promise<unknown> => {
    open.value = false
    const button = mount(HoldButton, { props: { label: 'hold', holding: 'holding', ms: 200, ends } })
    await button.trigger('pointerdown')
    open.value = true
    await pass(300)
    await button.trigger('pointerup')
    return Object.keys(button.emitted())
  }
  expect(await held(false)).toContain('released')
  expect(await held(false)).not.toContain('held')
  expect(await held(true)).toContain('held')
})
