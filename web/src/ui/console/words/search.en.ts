import type { Words } from '@/i18n/words'
import type { search as zhCN } from './search.zh-CN'

export const search: Words<typeof zhCN> = {
  search: {
    open: 'Search',
    title: 'Search permits, people, places, equipment',
    hint: 'Number, name, place, equipment tag…',
    keys: 'Press / or Ctrl+K',
    kind: {
      permit: 'Permits',
      person: 'People',
      area: 'Areas',
      point: 'Work points',
      equipment: 'Equipment',
      firm: 'Contractors',
      order: 'Plans and work orders',
    },
    all: 'All: {kind}',
    asking: 'Searching…',
    found: '{count} found',
    nothing: 'Nothing found for “{q}”',
    nothingStep: 'Try fewer letters. With several words each of them must be found.',
    what: 'What can be searched',
    can: {
      permit: 'number, work, place, people: “tank hot”',
      person: 'name, pinyin, staff number, firm',
      area: 'name or code of an area',
      point: 'name or code of a work point',
      equipment: 'tag, name, medium',
      firm: 'name or code of a contractor',
      order: 'number, title, equipment tag',
    },
    recent: 'Opened lately',
    move: 'move',
    openIt: 'open',
    close: 'close',
    more: 'There is more',
  },
}
