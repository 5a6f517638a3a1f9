import type { Words } from '@/i18n/words'
import type { paperZhCN } from './paper.zh-CN'

export const paperEn: Words<typeof paperZhCN> = {
  title: 'Paper',
  note: 'every print is numbered and registered; the electronic permit counts',
  print: 'Print sheet 1',
  again: 'Print again',
  calledIn: 'After a reprint sheet {n} is void and must be taken away.',
  copy: 'Copy for reading (no number, not for the site)',
  number: 'Sheet {n}',
  replaced: 'Replaced by sheet {n}',
  and: '; ',
  open: 'Open',
  nothing: 'Nothing was printed yet. If paper is needed on site, press "Print sheet 1".',
}
