import { expect, it } from 'vitest'
import { effectScope, nextTick, ref } from 'vue'
import { useUnmoved } from '@/ui/shared/useUnmoved'

it('what comes while a form is filled in takes no room until the form is left, and what goes leaves its room', async () => {
  const scope = effectScope()
  const told = ref<readonly string[]>([])
  const filling = ref(true)
  await scope.run(async () => {
    const { placed, held } = useUnmoved(() => told.value, (shown) => shown.join(), () => filling.value)
    told.value = ['TJ-1']
    await nextTick()
    expect([placed.value, held.value]).toEqual([[], true])
    filling.value = false
    await nextTick()
    expect([placed.value, held.value]).toEqual([['TJ-1'], false])
    filling.value = true
    told.value = []
    await nextTick()
    expect([placed.value, held.value]).toEqual([['TJ-1'], true])
    filling.value = false
    await nextTick()
    expect([placed.value, held.value]).toEqual([[], false])
  })
  scope.stop()
})

it('without a form it takes its room at once', async () => {
  const scope = effectScope()
  const told = ref('')
  await scope.run(async () => {
    const { placed, held } = useUnmoved(() => told.value, String, () => false)
    told.value = 'TJ-1'
    await nextTick()
    expect([placed.value, held.value]).toEqual(['TJ-1', false])
  })
  scope.stop()
})
