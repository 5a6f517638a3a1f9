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
    noPermits: 'You are on no permit that is issued or at work.',
    offline: 'No connection. Bind or take back when there is one.',
    unknown: 'No such instrument, or none of this plant.',
  },
}
