/** What kinds, channels and reasons of instruments are called, by the server's own words. */
import { shallowRef } from 'vue'
import type { ShallowRef } from 'vue'
import type { InstrumentWords } from '@/core/instruments'
import { readInstrumentWords } from '@/sync/instruments'
import { useSay } from '@/ui/shared/useSay'

const known = shallowRef<InstrumentWords | null>(null)

export interface InstrumentSayings {
  readonly words: ShallowRef<InstrumentWords | null>
  readonly kindName: (code: string) => string
  readonly channelName: (code: string) => string
  readonly unitOf: (channel: string) => string
  /** What happened and what to do, of a code by which something was set aside or refused. */
  readonly why: (group: 'aside' | 'refusals', code: string) => { says: string; way: string }
}

export function useInstrumentWords(): InstrumentSayings {
  const say = useSay()
  if (known.value === null) {
    void readInstrumentWords().then((answer) => {
      if (answer.ok) known.value = answer.data
    })
  }
  const told = (word: Readonly<Record<string, unknown>> | undefined, code: string): string =>
    word ? say({ zh: String(word['zh']), en: String(word['en']) }) : code
  return {
    words: known,
    kindName: (code) => told(known.value?.kinds[code], code),
    channelName: (code) => told(known.value?.channels[code], code),
    unitOf: (channel) => known.value?.channels[channel]?.['unit'] ?? '',
    why: (group, code) => {
      const found = known.value?.[group][code]
      return { says: told(found?.says, code), way: told(found?.way, '') }
    },
  }
}
