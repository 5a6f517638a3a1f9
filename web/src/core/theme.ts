/** Light paper, dark slate, or black on white for the sun: only whoever stands in it chooses that. */

export const THEMES = ['light', 'dark', 'sunlight'] as const
export type Theme = (typeof THEMES)[number]

export function themeFor(chosen: string | null, prefersDark: boolean): Theme {
  const known = THEMES.find((theme) => theme === chosen)
  if (known !== undefined) return known
  return prefersDark ? 'dark' : 'light'
}
