/** Puts the person's theme and text size on the page before anything is drawn. */
import { THEMES, themeFor } from '@/core/theme'
import type { Theme } from '@/core/theme'
import { prefer, preference } from '@/store/preferences'

export const TEXT_SIZES = ['1', '1.15', '1.3'] as const
export type TextSize = (typeof TEXT_SIZES)[number]

export function applyAppearance(): void {
  const root = document.documentElement
  const dark = window.matchMedia('(prefers-color-scheme: dark)').matches
  root.dataset['theme'] = themeFor(preference('theme'), dark)
  root.style.setProperty('--text-size', textSize())
}

export function textSize(): TextSize {
  return TEXT_SIZES.find((size) => size === preference('text')) ?? '1'
}

export function chooseTextSize(size: TextSize): void {
  prefer('text', size)
  applyAppearance()
}

export function chooseTheme(theme: Theme): void {
  prefer('theme', theme)
  applyAppearance()
}

export function shownTheme(): Theme {
  return THEMES.find((theme) => theme === document.documentElement.dataset['theme']) ?? 'light'
}
