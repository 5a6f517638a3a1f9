/** What was handed in, in one line: what, whose, which number, from when to when. */
import { useI18n } from 'vue-i18n'
import type { PaperKind } from '@/core/contractors'
import type { Submission } from '@/core/ownFirm'
import { useSay } from '@/ui/shared/useSay'

export function useHandedWords(kinds: () => readonly PaperKind[]): (one: Submission) => string {
  const { t } = useI18n()
  const say = useSay()
  const text = (one: Submission, field: string): string => {
    const value = one.body[field]
    return typeof value === 'string' ? value : ''
  }

  function named(one: Submission): string {
    if (one.kind === 'paper') {
      const kind = kinds().find(({ id }) => id === text(one, 'kind'))
      return kind === undefined ? text(one, 'kind') : say(kind)
    }
    if (one.kind === 'person') return [text(one, 'trade'), text(one, 'phone'), text(one, 'id_last4') && `…${text(one, 'id_last4')}`].filter(Boolean).join(' ')
    if (one.kind === 'certificate') return `${t(`people.kind.${text(one, 'kind')}`)} ${text(one, 'item')}`
    const works = Array.isArray(one.body['works']) ? (one.body['works'] as string[]) : []
    return works.map((type) => t(`type.${type}`)).join('、') || t('contractors.all')
  }

  function days(one: Submission): string {
    const end = text(one, 'valid_to') || text(one, 'until')
    if (one.body['unlimited'] === true) return t('contractors.unlimited')
    return [text(one, 'since') || text(one, 'valid_from'), end].filter((day) => day !== '').join(' – ')
  }

  return (one) =>
    [t(`ownFirm.kindOf.${one.kind}`), one.person_name ?? '', named(one), text(one, 'number'), days(one)]
      .filter((part) => part.trim() !== '')
      .join(' · ')
}
