/** Which of Davy's two languages a person reads. */

export const LANGUAGES = ['zh-CN', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export function isLanguage(value: unknown): value is Language {
  return LANGUAGES.includes(value as Language)
}

/** The person's own choice first, then the first wish of the browser that we speak, else Chinese. */
export function languageFor(chosen: string | null, wishes: readonly string[]): Language {
  if (isLanguage(chosen)) return chosen
  for (const wish of wishes) {
    const tongue = wish.toLowerCase().split('-')[0]
    if (tongue === 'zh') return 'zh-CN'
    if (tongue === 'en') return 'en'
  }
  return 'zh-CN'
}
