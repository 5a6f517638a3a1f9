/** The register of cameras. Their links are shown, never opened by Davy. */
import type { components } from '@/core/api'
import type { Page } from '@/core/records'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

export type Camera = components['schemas']['CameraOut']
export type CameraIn = components['schemas']['CameraIn']

const API = '/api/v1/cameras'

export const readCameras = (site: string): Promise<Answer<Page<Camera>>> =>
  ask(`${API}?${new URLSearchParams({ size: '200', site_id: site }).toString()}`)

export const addCamera = (camera: CameraIn): Promise<Answer<Camera>> => post(API, camera)

export const changeCamera = (id: string, fields: Partial<CameraIn>): Promise<Answer<Camera>> =>
  ask(`${API}/${id}`, { method: 'PATCH', body: JSON.stringify(fields) })

export const removeCamera = (id: string): Promise<Answer<null>> => ask(`${API}/${id}`, { method: 'DELETE' })
