/** One meter over Bluetooth: chosen by a tap, listened to while the page is open. It shows; nothing is taken by itself. */
import { onScopeDispose, reactive, ref } from 'vue'
import type { Ref } from 'vue'
import { DRIVERS } from '@/core/meters'
import type { Channel } from '@/core/meters'
import { serverNow } from '@/sync/reckoning'
import { bluetooth } from './bluetooth'
import { openLine } from './line'
import type { Line } from './line'

export type MeterState = 'idle' | 'connecting' | 'on' | 'lost' | 'failed'

/** What a meter said last of one gas, and the server's milliseconds when it did. */
export interface Heard extends Channel {
  readonly at: number
}

export interface Meter {
  readonly state: Ref<MeterState>
  readonly instrument: Ref<string>
  readonly heard: Readonly<Record<string, Heard>>
  readonly connect: () => Promise<void>
  readonly disconnect: () => void
}

const WANTED = { filters: DRIVERS.map(({ service }) => ({ services: [service] })) }

export function useMeter(): Meter {
  const state = ref<MeterState>('idle')
  const instrument = ref('')
  const heard = reactive<Record<string, Heard>>({})
  let line: Line | null = null
  let left = false

  function hear(channels: readonly Channel[]): void {
    for (const channel of channels) heard[`${channel.substance ?? ''}:${channel.quality}`] = { ...channel, at: serverNow() }
  }

  function end(after: MeterState): void {
    line?.close()
    line = null
    for (const key of Object.keys(heard)) Reflect.deleteProperty(heard, key)
    state.value = after
  }

  async function connect(): Promise<void> {
    end('connecting')
    const chosen = await bluetooth()?.requestDevice(WANTED).catch(() => null)
    if (!chosen) {
      end('idle') // Whoever closes the list has changed his mind.
      return
    }
    const found = await openLine(chosen, hear, () => {
      end('lost')
    })
    line = found
    instrument.value = found?.instrument ?? ''
    if (left) end('idle')
    else state.value = found === null ? 'failed' : 'on'
  }

  onScopeDispose(() => {
    left = true
    end('idle')
  })
  const disconnect = (): void => {
    end('idle')
  }
  return { state, instrument, heard, connect, disconnect }
}
