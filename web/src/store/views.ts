/** Named views of the board that one browser remembers. */

export interface SavedView {
  readonly name: string
  /** The filters as they stand in the address. */
  readonly query: Readonly<Record<string, string>>
}

const KEY = 'davy.views'
const MOST = 20

function isView(value: unknown): value is SavedView {
  const found = value as Partial<SavedView> | null
  return typeof found?.name === 'string' && typeof found.query === 'object' && !Array.isArray(found.query)
}

export function savedViews(): readonly SavedView[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]')
    return Array.isArray(found) ? found.filter(isView).slice(0, MOST) : []
  } catch {
    return []
  }
}

function keep(views: readonly SavedView[]): readonly SavedView[] {
  try {
    localStorage.setItem(KEY, JSON.stringify(views))
  } catch {
    // Private windows may refuse; the views then last as long as the page.
  }
  return views
}

/** A view of the same name is replaced. */
export function saveView(view: SavedView): readonly SavedView[] {
  return keep([...savedViews().filter(({ name }) => name !== view.name), view].slice(-MOST))
}

export function forgetView(name: string): readonly SavedView[] {
  return keep(savedViews().filter((view) => view.name !== name))
}
