import { expect, it } from 'vitest'
import { leftS, presentedText, toldText } from './kiosk'

it('signs the same lines as the server reads', () => {
  const said = { company: 'c', kiosk: 'k', visit: 'v', challenge: 'x' }
  expect(presentedText(said, 'ab')).toBe('davy-kiosk/1\nc\nk\nv\nx\nab')
  expect(toldText('04A3', '480215')).toBe('04A3\n480215')
})

it.each([
  [0, null],
  [29_999, null],
  [30_000, 15],
  [44_001, 1],
  [45_000, 0],
  [99_000, 0],
])('after %s ms without a touch it says %s', (idle, said) => {
  expect(leftS(1_000, 1_000 + idle)).toBe(said)
})
