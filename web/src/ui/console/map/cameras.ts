/** Cameras on the plan: where somebody told that one hangs. */
import type { Camera } from '@/sync/cameras'
import type { MapMark } from '@/ui/console/parts/placed'
import type { Spots, Tell } from './marks'

/** Its own place, else that of its work point; without either it is not drawn. */
export function cameraMarks(cameras: readonly Camera[], spots: Spots, t: Tell): readonly MapMark[] {
  return cameras.flatMap((camera) => {
    const { plan_x: x, plan_y: y, point_id: point } = camera
    const spot = x !== null && y !== null ? { x, y } : point === null ? null : (spots.get(point) ?? null)
    if (spot === null) return []
    const state = t(`cameras.states.${camera.state}`)
    const words = t('cameras.onMap', { name: camera.name, watches: camera.watches || t('none'), state })
    return [{ id: `camera:${camera.id}`, kind: 'camera' as const, ...spot, face: camera.state, icon: 'camera' as const, words }]
  })
}
