/** Puts the person's theme on the page before anything is drawn. */
import { themeFor } from '@/core/theme'
import { preference } from '@/store/preferences'

export function applyAppearance(): void {
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches
  document.documentElement.dataset['theme'] = themeFor(preference('theme'), dark)
}
