/** What the desk asks of the phones that sign: the register, and the code by which one is enrolled. */
import type { components } from '@/core/api'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

export type Phone = components['schemas']['DeviceOut']
export type Invitation = components['schemas']['InvitationOut']
export interface Owner {
  readonly id: string
  readonly username: string
  readonly person_id: string | null
  readonly is_active: boolean
}

const API = '/api/v1'

export const readPhones = (mine: boolean): Promise<Answer<readonly Phone[]>> =>
  ask(`${API}/devices?mine=${String(mine)}`)

export const invitePhone = (password: string): Promise<Answer<Invitation>> =>
  post(`${API}/devices/invitations`, { password })
