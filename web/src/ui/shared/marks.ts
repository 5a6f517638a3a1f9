/** The shape and the icon of each state; the word stands beside them, and colour only helps. */
import type { Clearance, State } from '@/core/lifecycle'
import { ICONS } from './icons'
import type { IconName } from './icons'

export type Face = State | 'clearance'

const ICON: Readonly<Record<Face, IconName>> = {
  draft: 'draft',
  submitted: 'hourglass',
  issued: 'sign',
  active: 'lamp',
  paused: 'pause',
  finished: 'flag',
  closed: 'check',
  voided: 'cross',
  withdrawn: 'cross',
  clearance: 'alert',
}

/** A voided or withdrawn permit whose site is not cleared shows that before anything else. */
export function faceOf(state: State, clearance: Clearance): Face {
  return clearance === 'open' ? 'clearance' : state
}

export function iconOf(face: Face): IconName {
  return ICON[face]
}

export function typeIcon(type: string): IconName {
  if (type === 'maintenance') return 'tool'
  return type in ICONS ? (type as IconName) : 'permits'
}
