/** Named views of the board that this browser kept before they followed their account: to be handed over once. */

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

export function handedOver(): void {
  try {
    localStorage.removeItem(KEY)
  } catch {
    // Where storage is switched off nothing was kept.
  }
}
