/** Distance to a work point, and whether a position proves anything. A hint: the server judges. */
import type { Position } from '@/core/envelope'

const EARTH_M = 6_371_008.8
const rad = (degrees: number): number => (degrees * Math.PI) / 180

/** Metres between two positions on the globe. */
export function distanceM(a: Pick<Position, 'lat' | 'lon'>, b: { readonly lat: number; readonly lon: number }): number {
  const height = Math.sin(rad(b.lat - a.lat) / 2) ** 2
  const width = Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(height + width)))
}

/** The whole error circle must lie in the fence; a circle wider than the fence proves nothing. */
export function presence(distance: number, accuracy: number, fence: number): 'inside' | 'outside' | 'unknown' {
  if (accuracy > fence) return 'unknown'
  if (distance + accuracy <= fence) return 'inside'
  return distance - accuracy > fence ? 'outside' : 'unknown'
}
