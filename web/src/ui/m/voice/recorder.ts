/** The microphone for at most a minute: small (16 kbit/s), with its loudness while it runs. */

export const LONGEST_S = 60
const BITS_PER_S = 16_000
/** Opus where the browser can, AAC on Safari. */
const FORMS = ['audio/webm;codecs=opus', 'audio/mp4', 'audio/ogg;codecs=opus'] as const

export interface Recording {
  /** From 0 to 1, how loud it is now. */
  readonly loudness: () => number
  readonly stop: () => void
  /** What was said, once it has stopped by itself or by the person; null when nothing came. */
  readonly said: Promise<Blob | null>
}

function meter(stream: MediaStream): { readonly loudness: () => number; readonly close: () => void } {
  const context = new AudioContext()
  const analyser = context.createAnalyser()
  context.createMediaStreamSource(stream).connect(analyser)
  const samples = new Uint8Array(analyser.fftSize)
  return {
    loudness: () => {
      analyser.getByteTimeDomainData(samples)
      return samples.reduce((most, sample) => Math.max(most, Math.abs(sample - 128)), 0) / 128
    },
    close: () => void context.close(),
  }
}

/** Null without a microphone, or without the permission for it. */
export async function record(): Promise<Recording | null> {
  const devices = navigator.mediaDevices as MediaDevices | undefined
  const form = 'MediaRecorder' in window ? FORMS.find((each) => MediaRecorder.isTypeSupported(each)) : undefined
  const stream = form === undefined ? null : await devices?.getUserMedia({ audio: true }).catch(() => null)
  if (!stream) return null
  const recorder = new MediaRecorder(stream, { mimeType: form ?? '', audioBitsPerSecond: BITS_PER_S })
  const { loudness, close } = meter(stream)
  const parts: Blob[] = []
  const stop = (): void => {
    if (recorder.state !== 'inactive') recorder.stop()
  }
  const timer = setTimeout(stop, LONGEST_S * 1000)
  const said = new Promise<Blob | null>((done) => {
    recorder.ondataavailable = ({ data }) => {
      if (data.size > 0) parts.push(data)
    }
    recorder.onstop = () => {
      clearTimeout(timer)
      close()
      for (const track of stream.getTracks()) track.stop()
      done(parts.length > 0 ? new Blob(parts, { type: recorder.mimeType.split(';')[0] ?? '' }) : null)
    }
  })
  recorder.start()
  return { loudness, stop, said }
}
