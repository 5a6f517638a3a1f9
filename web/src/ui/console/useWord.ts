/** A word for a code of the server; a code nobody has a word for is shown as it came. */
import { useI18n } from 'vue-i18n'

/** `word('cause', 'gas')` is what `cause.gas` says; `otherwise` stands in where it says nothing. */
export function useWord(): (group: string, code: string, otherwise?: string) => string {
  const i18n = useI18n()
  return (group, code, otherwise = code) => (i18n.te(`${group}.${code}`) ? i18n.t(`${group}.${code}`) : otherwise)
}
