/** What a check came to, as a code with what it is about; the words are those of davy-verify. */

export const PROVEN = 0
export const OPEN = 2
export const BROKEN = 1
/** What no bundle can prove, said so that nobody takes it for proven. */
export const TOLD = -1

export type Level = 0 | 1 | 2 | -1

export interface Finding {
  level: Level
  code: string
  about: Record<string, unknown>
}

export function finding(level: Level, code: string, about: Record<string, unknown> = {}): Finding {
  return { level, code, about }
}

/** Broken beats open, open beats proven. Nothing found is nothing proven. */
export function worst(found: readonly Finding[]): Level {
  const levels = new Set(found.map((one) => one.level).filter((level) => level !== TOLD))
  if (levels.has(BROKEN) || levels.size === 0) return BROKEN
  return levels.has(OPEN) ? OPEN : PROVEN
}

export function why(error: unknown): string {
  return error instanceof Error ? error.message : String(error)
}
