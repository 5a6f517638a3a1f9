/** The rooms of the console that there are. */
import type { IconName } from '@/ui/shared/icons'

export interface Room {
  readonly name: 'overview' | 'permits' | 'alarms' | 'people' | 'places' | 'settings'
  readonly icon: IconName
}

export const ROOMS: readonly Room[] = [
  { name: 'overview', icon: 'pin' },
  { name: 'permits', icon: 'permits' },
  { name: 'alarms', icon: 'bell' },
  { name: 'people', icon: 'people' },
  { name: 'places', icon: 'list' },
  { name: 'settings', icon: 'text' },
]
