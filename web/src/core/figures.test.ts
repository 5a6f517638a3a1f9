import { expect, it } from 'vitest'
import { forTheEye } from './figures'

it.each([
  ['8.333333', '8.33'],
  ['8.000000', '8'],
  ['1234.5678', '1234.57'],
  ['0.0012345', '0.00123'],
  ['-0.12349', '-0.123'],
  ['25.71', '25.71'],
  ['20.9', '20.9'],
  ['10', '10'],
  ['超限', '超限'],
])('%s is read as %s', (text, read) => {
  expect(forTheEye(text)).toBe(read)
})
