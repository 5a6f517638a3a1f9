/** What somebody opened from the search last, newest first; kept in this browser, each account for itself. */

export interface Recent {
  readonly kind: string
  readonly id: string
  readonly code: string | null
  readonly name: string | null
}

const KEY = 'davy.recent.'
const MOST = 8

function isRecent(value: unknown): value is Recent {
  const found = value as Partial<Recent> | null
  return typeof found?.kind === 'string' && typeof found.id === 'string'
}

export function recentOf(account: string): readonly Recent[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY + account) ?? '[]')
    return Array.isArray(found) ? found.filter(isRecent).slice(0, MOST) : []
  } catch {
    return []
  }
}

export function rememberRecent(account: string, opened: Recent): readonly Recent[] {
  const found = [opened, ...recentOf(account).filter(({ id }) => id !== opened.id)].slice(0, MOST)
  try {
    localStorage.setItem(KEY + account, JSON.stringify(found))
  } catch {
    // Private windows may refuse; then nothing is remembered.
  }
  return found
}
