/** What a shared terminal signs: who stands there, and the pace at which it forgets him. */

export interface Presented {
  readonly company: string
  readonly kiosk: string
  readonly visit: string
  readonly challenge: string
}

/** The words that the terminal signs; `told` is the SHA-256 (hex) of badge and PIN. */
export const presentedText = ({ company, kiosk, visit, challenge }: Presented, told: string): string =>
  `davy-kiosk/1\n${company}\n${kiosk}\n${visit}\n${challenge}\n${told}`

/** Of badge and PIN, a line each. */
export const toldText = (badge: string, pin: string): string => `${badge}\n${pin}`

export const IDLE_MS = 45_000
/** From here on he sees how long it still takes. */
export const WARN_MS = 15_000

/** Whole seconds until he is forgotten, null while there is plenty of time; 0 = now. */
export function leftS(touchedAt: number, now: number): number | null {
  const left = Math.max(IDLE_MS - (now - touchedAt), 0)
  return left > WARN_MS ? null : Math.ceil(left / 1000)
}
