/** The camera that looks for codes: opened with the page that shows it, closed with it. */
import { onBeforeUnmount, onMounted, ref } from 'vue'
import type { Ref } from 'vue'

const LOOK_EVERY_MS = 160

export type Looking = 'opening' | 'looking' | 'denied'

export interface Codes {
  readonly state: Ref<Looking>
}

/** Looks again and again until it is closed, also while it looks. */
async function lookOn(
  video: Readonly<Ref<HTMLVideoElement | null>>,
  found: (text: string) => void,
  isClosed: () => boolean,
): Promise<void> {
  const { qrDetector } = await import('@/ui/shared/barcode')
  const detector = await qrDetector()
  const again = async (): Promise<void> => {
    if (isClosed()) return
    const codes = video.value ? await detector.detect(video.value).catch(() => []) : []
    if (codes[0] && !isClosed()) found(codes[0].rawValue)
    setTimeout(() => void again(), LOOK_EVERY_MS)
  }
  void again()
}

/** `found` hears the text of each code again and again while it is held there. */
export function useCodes(
  video: Readonly<Ref<HTMLVideoElement | null>>,
  facing: 'environment' | 'user',
  found: (text: string) => void,
): Codes {
  const state = ref<Looking>('opening')
  let stream: MediaStream | null = null
  let closed = false

  function close(): void {
    closed = true
    for (const track of stream?.getTracks() ?? []) track.stop()
  }

  async function open(): Promise<void> {
    const devices = navigator.mediaDevices as MediaDevices | undefined
    stream =
      (await devices
        ?.getUserMedia({ video: { facingMode: facing, width: { ideal: 1280 } }, audio: false })
        .catch(() => null)) ?? null
    if (stream === null) state.value = 'denied'
    else if (closed || !video.value) close()
    else {
      video.value.srcObject = stream
      await video.value.play().catch(() => undefined)
      state.value = 'looking'
      await lookOn(video, found, () => closed)
    }
  }

  onMounted(open)
  onBeforeUnmount(close)
  return { state }
}
