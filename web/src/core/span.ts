/** Lengths of time as people read them. */

export interface Span {
  readonly days: number
  readonly hours: number
  readonly minutes: number
  readonly seconds: number
  readonly past: boolean
}

/** A remaining second counts until it is over: 0.2 s left is 1 s. */
export function spanOf(milliseconds: number): Span {
  const past = milliseconds < 0
  const all = past ? Math.floor(-milliseconds / 1000) : Math.ceil(milliseconds / 1000)
  return {
    days: Math.floor(all / 86_400),
    hours: Math.floor((all % 86_400) / 3600),
    minutes: Math.floor((all % 3600) / 60),
    seconds: all % 60,
    past,
  }
}

const two = (value: number): string => String(value).padStart(2, '0')

/** Tabular: 07:41, or 2:07:41 once hours count; days stand before it. */
export function countdown(milliseconds: number): string {
  const { days, hours, minutes, seconds, past } = spanOf(milliseconds)
  const sign = past ? '+' : ''
  const clock = days + hours > 0 ? `${hours}:${two(minutes)}:${two(seconds)}` : `${two(minutes)}:${two(seconds)}`
  return days > 0 ? `${sign}${days}d ${clock}` : sign + clock
}
