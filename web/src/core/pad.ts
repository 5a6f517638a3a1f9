/** A number typed on big keys: digits and one point, no sign, no exponent, spelled as it was read off the display. */

export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '.' | 'back' | 'clear'

const LONGEST = 8

export function press(text: string, key: Key): string {
  if (key === 'clear') return ''
  if (key === 'back') return text.slice(0, -1)
  if (text.length >= LONGEST) return text
  if (key === '.') return text.includes('.') ? text : `${text === '' ? '0' : text}.`
  return text === '0' ? key : text + key
}

/** The decimal to send, or null while there is none: `20.` is 20, an empty field is nothing and never zero. */
export function decimal(text: string): string | null {
  const plain = text.endsWith('.') ? text.slice(0, -1) : text
  return /^\d+(\.\d+)?$/.test(plain) ? plain : null
}
