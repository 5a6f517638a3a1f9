/** The phone's own voice: whether it has one, whether its person wants to hear it, and what it says now. */
import { computed, ref, shallowRef } from 'vue'
import type { ComputedRef, Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { voiceFor } from '@/core/aloud'
import type { Language } from '@/core/language'
import { want, wanted } from './wanted'

const engine = (): SpeechSynthesis | null => ('speechSynthesis' in window ? window.speechSynthesis : null)

const voices = shallowRef<readonly SpeechSynthesisVoice[]>(engine()?.getVoices() ?? [])
const reading = ref(false)
/** Held, because a browser forgets what nobody holds, and falls silent in the middle. */
let queue: readonly SpeechSynthesisUtterance[] = []

engine()?.addEventListener('voiceschanged', () => (voices.value = engine()?.getVoices() ?? []))
// Who leaves the page, or puts the phone away, is read to no longer.
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') hush()
})
window.addEventListener('pagehide', hush)

/** Silence, at once. */
export function hush(): void {
  queue = []
  reading.value = false
  engine()?.cancel()
}

function read(lines: readonly string[], voice: SpeechSynthesisVoice): void {
  hush()
  queue = lines.map((line) => {
    const spoken = new SpeechSynthesisUtterance(line)
    spoken.voice = voice
    spoken.lang = voice.lang
    return spoken
  })
  const mine = queue
  const last = queue.at(-1)
  if (last === undefined) return
  reading.value = true
  const ended = (): void => {
    if (mine === queue) reading.value = false
  }
  for (const spoken of queue) spoken.onerror = ended
  last.onend = ended
  for (const spoken of queue) engine()?.speak(spoken)
}

export interface Aloud {
  /** The phone has a voice of its own for the language of the screen. */
  readonly able: ComputedRef<boolean>
  /** Its person wants to hear it, and it can. */
  readonly on: ComputedRef<boolean>
  readonly reading: Ref<boolean>
  readonly choose: (on: boolean, sample: string) => void
  /** Instead of whatever it says now. */
  readonly read: (lines: readonly string[]) => void
}

export function useAloud(): Aloud {
  const { locale } = useI18n()
  const voice = computed(() => voiceFor(voices.value, locale.value as Language))
  const on = computed(() => wanted.value && voice.value !== null)
  const say = (lines: readonly string[]): void => {
    if (on.value && voice.value !== null) read(lines, voice.value)
  }
  return {
    able: computed(() => voice.value !== null),
    on,
    reading,
    choose: (now, sample) => {
      want(now)
      if (now) say([sample])
      else hush()
    },
    read: say,
  }
}
