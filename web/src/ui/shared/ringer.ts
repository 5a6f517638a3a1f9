/** A phone or a wall screen makes itself felt and heard; loaded when something is due for the first time. */

const PATTERN = [500, 200, 500, 200, 500]
const BEEPS = [0, 0.45, 0.9]
const BEEP_S = 0.3
const PITCH_HZ = 1_050 // heard beside machines, and by old ears

let sound: AudioContext | null = null

/** Whether a beep would be heard. Asked, it tries: after a touch the browser allows it. */
export function audible(): boolean {
  if (!('AudioContext' in window)) return false
  sound ??= new AudioContext()
  if (sound.state === 'suspended') void sound.resume()
  return sound.state === 'running'
}

/** Vibrates where the phone can, and beeps where the page may: before the first touch a browser allows no sound. */
export function ring(): void {
  if ('vibrate' in navigator) navigator.vibrate(PATTERN)
  if (!('AudioContext' in window)) return
  sound ??= new AudioContext()
  void sound.resume()
  for (const after of BEEPS) {
    const tone = sound.createOscillator()
    tone.frequency.value = PITCH_HZ
    tone.connect(sound.destination)
    tone.start(sound.currentTime + after)
    tone.stop(sound.currentTime + after + BEEP_S)
  }
}
