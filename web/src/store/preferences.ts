/** What one browser remembers about how its person likes to read; nothing about permits. */

const PREFIX = 'davy.'

export type Preference = 'language' | 'theme' | 'text' | 'aloud' | 'kiosk'

/** Reads null where storage is switched off: a preference is never worth an error. */
export function preference(name: Preference): string | null {
  try {
    return localStorage.getItem(PREFIX + name)
  } catch {
    return null
  }
}

export function prefer(name: Preference, value: string): void {
  try {
    localStorage.setItem(PREFIX + name, value)
  } catch {
    // Private windows may refuse; the choice then lasts as long as the page.
  }
}
