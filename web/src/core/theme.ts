/** Light paper or dark slate. */

export type Theme = 'light' | 'dark'

export function themeFor(chosen: string | null, prefersDark: boolean): Theme {
  if (chosen === 'light' || chosen === 'dark') return chosen
  return prefersDark ? 'dark' : 'light'
}
