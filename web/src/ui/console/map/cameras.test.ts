import { describe, expect, it } from 'vitest'
import type { Camera } from '@/sync/cameras'
import { cameraMarks } from './cameras'

const camera = (over: Partial<Camera>): Camera => ({
  id: 'c', site_id: 's', point_id: null, code: 'K1', name: '东门', watches: '泵区', ex_mark: '', link: '', state: 'unknown',
  plan_x: null, plan_y: null, ...over,
})
const tell = (key: string): string => key

describe('a camera on the plan', () => {
  it('stands at its own place, else at its work point', () => {
    const spots = new Map([['p', { x: 5, y: 6 }]])
    const [own] = cameraMarks([camera({ plan_x: 1, plan_y: 2, point_id: 'p' })], spots, tell)
    const [lent] = cameraMarks([camera({ point_id: 'p' })], spots, tell)
    expect([own?.x, own?.y, lent?.x, lent?.y]).toEqual([1, 2, 5, 6])
  })

  it('is not drawn where nobody knows its place', () => {
    expect(cameraMarks([camera({}), camera({ point_id: 'elsewhere' })], new Map(), tell)).toEqual([])
  })
})
