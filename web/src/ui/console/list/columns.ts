/** The columns of the list: which are shown, in which order, how wide; as somebody laid them out, or as they come. */
import type { Sort } from '@/ui/console/board'
import type { Column, Layout } from '@/sync/desk'

export interface ColumnKind {
  readonly id: string
  /** By what its heading sorts, where it does. */
  readonly sort?: Sort
  /** It takes no more room than it needs. */
  readonly tight: boolean
  /** It stays when a permit stands open beside the list. */
  readonly beside?: boolean
}

export const COLUMNS: readonly ColumnKind[] = [
  { id: 'state', sort: 'state', tight: true, beside: true },
  { id: 'number', sort: 'number', tight: true, beside: true },
  { id: 'type', sort: 'type', tight: true, beside: true },
  { id: 'place', sort: 'place', tight: false, beside: true },
  { id: 'work', tight: false },
  { id: 'responsible', sort: 'responsible', tight: true },
  { id: 'guardian', sort: 'guardian', tight: true },
  { id: 'window', sort: 'from', tight: true },
  { id: 'left', sort: 'left', tight: true, beside: true },
  { id: 'risk', tight: true },
  { id: 'area', tight: true },
  { id: 'causes', tight: false },
  { id: 'until', sort: 'to', tight: true },
  { id: 'started', tight: true },
  { id: 'changed', sort: 'changed', tight: true },
]
export const USUAL = ['state', 'number', 'type', 'place', 'work', 'responsible', 'guardian', 'window', 'left'] as const
export const AS_IT_COMES: Layout = { columns: USUAL.map((id) => ({ id, width: null })), density: 'dense' }

const known = new Map(COLUMNS.map((column) => [column.id, column]))

/** What is shown: nothing that this release does not know, and never nothing at all. */
export function shown(layout: Layout | null): readonly (ColumnKind & Column)[] {
  const found = (layout ?? AS_IT_COMES).columns.flatMap((column) => {
    const kind = known.get(column.id)
    return kind === undefined ? [] : [{ ...kind, ...column }]
  })
  return found.length > 0 ? found : shown(AS_IT_COMES)
}

export function toggledColumn(layout: Layout, id: string): Layout {
  const without = layout.columns.filter((column) => column.id !== id)
  const columns = without.length === layout.columns.length ? [...without, { id, width: null }] : without
  // Widths were measured with other columns beside them.
  return columns.length === 0 ? layout : { ...layout, columns: columns.map((column) => ({ ...column, width: null })) }
}

export function movedColumn(layout: Layout, id: string, step: -1 | 1): Layout {
  const at = layout.columns.findIndex((column) => column.id === id)
  const other = layout.columns[at + step]
  const own = layout.columns[at]
  if (own === undefined || other === undefined) return layout
  const columns = [...layout.columns]
  columns[at] = other
  columns[at + step] = own
  return { ...layout, columns }
}

export const NARROWEST = 48
export const WIDEST = 1200

/** One column gets this width; the others keep what they have now. */
export function widened(layout: Layout, widths: Readonly<Record<string, number>>, id: string, width: number): Layout {
  const fit = (pixels: number): number => Math.round(Math.min(Math.max(pixels, NARROWEST), WIDEST))
  const columns = layout.columns.map((column) => {
    const now = column.id === id ? width : (widths[column.id] ?? column.width)
    return { id: column.id, width: now === null ? null : fit(now) }
  })
  return { ...layout, columns }
}
