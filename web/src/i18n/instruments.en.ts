/** Field instruments, on phone and console alike. */
import type { Words } from './words'
import type { instrument as zh } from './instruments.zh-CN'

export const instrument: Words<typeof zh> = {
  good: 'In order',
  condition: {
    retired: 'Retired',
    kind_unknown: 'Kind not known',
    never_told: 'No reading yet',
    silent: 'Silent',
    fault: 'Reports a fault',
    calibration_due: 'Calibration due',
    bump_failed: 'Bump test failed',
    bump_due: 'Bump test due',
    battery_low: 'Battery low',
  },
  way: {
    retired: 'Take another one that is in use.',
    kind_unknown: 'Upgrade, or enrol it under another kind.',
    never_told: 'Switch it on; see whether its gateway is connected and number and topic agree.',
    silent: 'Go and see whether it is on and has a signal; work that relies on it is paused as ruled.',
    fault: 'Take it out of use and have it repaired; take another one.',
    calibration_due: 'Have it calibrated and enter the date; overdue readings count for no gas test.',
    bump_failed: 'Take it out of use and have it repaired; take another one.',
    bump_due: 'Bump it with test gas and enter the result; without it readings count for no gas test.',
    battery_low: 'Change or charge the battery.',
  },
  silentFor: 'Silent for {span}',
  age: '{span} ago',
  yes: 'yes',
  no: 'no',
  free: 'Not bound',
  serves: 'Serves',
  atPoint: '{permit} · {point}',
  position: 'Position {lat}, {lon}',
  within: 'within {metres} m',
  onMap: 'Show on the plan',
} as const
