/** The instrument whose code was scanned: read when the page opens, bound and released from here, online only. */
import { ref } from 'vue'
import type { Ref } from 'vue'
import type { Instrument } from '@/core/instruments'
import type { Problem } from '@/core/problem'
import { readByCode } from '@/sync/instruments'
import { giveNow } from './giveNow'
import { useFresh } from './useFresh'
import type { Fresh } from './useFresh'

export interface OnInstrument extends Fresh<Instrument> {
  readonly refused: Ref<Problem | null>
  readonly busy: Ref<boolean>
  readonly give: (kind: string, body: Readonly<Record<string, unknown>>) => Promise<boolean>
}

export function useInstrument(code: string): OnInstrument {
  const fresh = useFresh(() => readByCode(code))
  const refused = ref<Problem | null>(null)
  const busy = ref(false)

  async function give(kind: string, body: Readonly<Record<string, unknown>>): Promise<boolean> {
    const one = fresh.data.value
    if (one === null) return false
    busy.value = true
    refused.value = await giveNow(`instrument/${one.id}`, kind, body)
    await fresh.read()
    busy.value = false
    return refused.value === null
  }

  return { ...fresh, refused, busy, give }
}
