/** The columns of the map, the gravest first, as the server counts them. */
import type { HeatBy, HeatState } from '@/sync/ends'

export const HEAT_BY: readonly HeatBy[] = ['firm', 'unit', 'team', 'trade']
export const HEAT_STATES: readonly HeatState[] = ['frozen', 'expired', 'unknown', 'd7', 'd30', 'd90', 'valid', 'none']
/** Whoever is in one of these may not work with it today. */
export const MUST_ACT: ReadonlySet<HeatState> = new Set(['frozen', 'expired', 'unknown'])
