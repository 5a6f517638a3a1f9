/** Values and checks beside gas: pressure, material, figures of a trial run. */
export const records = {
  recordStep: {
    title: 'Record a value',
    hint: 'Read the gauge and enter what it shows. Enter it even if it is over the limit; the work is then stopped.',
    due: {
      before_sign: 'before signing',
      before_start: 'before starting',
      during: 'during the work',
      before_accept: 'before acceptance',
    },
    every: 'every {minutes} min',
    limits: { both: 'good from {least} to {most} {unit}', most: 'at most {most} {unit}', least: 'at least {least} {unit}' },
    value: 'Reading ({unit})',
    good: 'Good',
    notGood: 'Not good',
    none: 'Nothing recorded yet',
    last: '{time} · {value}',
    again: 'next by {time}',
    photo: 'Photo on site',
    photoDue: 'With a photo',
    photoFirst: 'Take the photo first',
    valueFirst: 'Enter the reading first',
    answerFirst: 'Say good or not good first',
    record: 'Record “{what}”',
    notNow: 'not due now',
    nothing: 'This permit asks for no value now',
  },
} as const
