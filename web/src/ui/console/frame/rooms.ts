/** The rooms of the console that there are, each with its sign on a 24 grid. */

export interface Room {
  readonly name:
    | 'overview'
    | 'permits'
    | 'approvals'
    | 'planning'
    | 'isolations'
    | 'schemes'
    | 'outages'
    | 'alarms'
    | 'emergencies'
    | 'instruments'
    | 'inbox'
    | 'people'
    | 'places'
    | 'statistics'
    | 'archive'
    | 'inspect'
    | 'settings'
  readonly sign: string
  /** The right without which there is nothing to see in it. */
  readonly right?: string
}

export const ROOMS: readonly Room[] = [
  { name: 'overview', sign: 'M3 6l6-2 6 2 6-2v14l-6 2-6-2-6 2zM9 4v14M15 6v14' },
  { name: 'permits', sign: 'M6 3h9l4 4v14H6zM14 3v5h5M9 12h7M9 16h7' },
  { name: 'approvals', sign: 'M4 20c3-1 4-8 7-8s0 6 3 6 2-4 6-4M4 4h10M4 8h6' },
  { name: 'planning', sign: 'M4 6h16v15H4zM4 11h16M8 3v5M16 3v5M8 15h3M13 15h3' },
  { name: 'isolations', sign: 'M7 11V8a5 5 0 0 1 10 0v3M5 11h14v10H5zM12 15v2.500' },
  { name: 'schemes', sign: 'M5 4h11l3 3v13H5zM8 9h8M8 13h8M8 17h5' },
  { name: 'outages', sign: 'M6 3h9l4 4v14H6zM12 9v5M9.500 11a4 4 0 1 0 5 0' },
  { name: 'alarms', sign: 'M6 17h12l-1.500-2.500V10a4.500 4.500 0 0 0-9 0v4.500zM10 20a2 2 0 0 0 4 0' },
  { name: 'emergencies', sign: 'M12 3v3M5.500 5.500l2 2M18.500 5.500l-2 2M7 21v-7a5 5 0 0 1 10 0v7M4 21h16M12 13v4M10 15h4' },
  { name: 'instruments', sign: 'M8 3h8v18H8zM10.500 6h3v4h-3zM10.500 13h3M10.500 16h3M4 8a6 6 0 0 0 0 8M20 8a6 6 0 0 1 0 8' },
  { name: 'inbox', sign: 'M3.500 6h17v13h-17zM4 7l8 6.500L20 7' },
  {
    name: 'people',
    sign: 'M9 11a3.500 3.500 0 1 0 0-7 3.500 3.500 0 0 0 0 7zM2 20c0-3.500 3-5.500 7-5.500s7 2 7 5.500M16 4.500a3.500 3.500 0 0 1 0 6M18 15c2.500.6 4 2.300 4 5',
  },
  { name: 'places', sign: 'M3 21V10l5 3v-3l5 3V4h7v17zM7 17h.01M11 17h.01M16 8h.01M16 12h.01' },
  { name: 'statistics', sign: 'M4 20h16M6 17v-6M11 17V5M16 17v-9', right: 'statistics.read' },
  { name: 'archive', sign: 'M4 4h16v5H4zM5 9v11h14V9M10 13h4' },
  {
    name: 'inspect',
    sign: 'M9 4h6v3H9zM9 5H6v16h12V5h-3M9 13l2 2 4-4',
    right: 'conformance.read',
  },
  {
    name: 'settings',
    sign: 'M4 7h9M17 7h3M15 7a2 2 0 1 0 0-.01M4 17h3M11 17h9M9 17a2 2 0 1 0 0-.01M4 12h3M13 12h7M11 12a2 2 0 1 0 0-.01',
  },
]
