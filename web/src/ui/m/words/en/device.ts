/** A field instrument in the hand. */
export const device = {
  device: {
    title: 'Instrument',
    serves: 'Serves now',
    which: 'Which permit',
    point: 'Which sampling point',
    bind: 'Use it for this permit',
    wear: 'I wear it',
    release: 'Take it back',
    releaseHint: 'Taken back while the work goes on, a permit that relies on it is paused.',
    noPermits: 'You are on no permit that is being approved, issued or at work.',
    offline: 'No connection. Bind or take back when there is one.',
    unknown: 'No such instrument, or none of this plant.',
  },
  take: {
    title: 'Bound detectors',
    take: 'Take this reading',
    old: 'Reading is {seconds} s old: wait for the next',
    never: 'Nothing told since it was bound',
    ago: '{seconds} s ago',
    elsewhere: 'At other points: ',
    none: 'No detector is bound to this point.',
    bind: 'Scan to bind',
    offline: 'No connection: no reading can be taken. Enter it by hand with a photo: it counts the same, and goes out later.',
    offlineUnsigned: 'No connection: no reading can be taken. This phone is not enrolled, so entering it by hand needs a signal too.',
    failed: 'The bound detectors cannot be read. Enter it by hand with a photo; it counts the same.',
  },
}
