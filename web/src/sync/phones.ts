/** The register of phones that sign, and the invitation by which one's own is enrolled: as a code at the desk, or at once
    on the phone, in the hand of whoever entered the password. */
import type { components } from '@/core/api'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

export type Phone = components['schemas']['DeviceOut']
export type Invitation = components['schemas']['InvitationOut']

const API = '/api/v1'

export const readPhones = (): Promise<Answer<readonly Phone[]>> => ask(`${API}/devices`)

export const invitePhone = (password: string): Promise<Answer<Invitation>> =>
  post(`${API}/devices/invitations`, { password })
