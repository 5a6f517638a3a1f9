/** Registers of what people sign with beside their phones: shared terminals, badges, passkeys of everybody. */
import type { components } from '@/core/api'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

export type Terminal = components['schemas']['KioskOut']
export type TerminalInvitation = components['schemas']['KioskInvited']
export type Badge = components['schemas']['BadgeOut']
export type PasskeyOf = components['schemas']['PasskeyOfOut']

const API = '/api/v1'

export const readTerminals = (): Promise<Answer<readonly Terminal[]>> => ask(`${API}/kiosks`)
export const inviteTerminal = (password: string, site: string): Promise<Answer<TerminalInvitation>> =>
  post(`${API}/kiosks/invitations`, { password, site })
export const readBadges = (): Promise<Answer<readonly Badge[]>> => ask(`${API}/badges`)
export const addBadge = (password: string, person: string, number: string): Promise<Answer<Badge>> =>
  post(`${API}/badges`, { password, person_id: person, number })
export const endBadge = (id: string): Promise<Answer<Badge>> => post(`${API}/badges/${id}/revoke`, {})
export const readAllPasskeys = (): Promise<Answer<readonly PasskeyOf[]>> => ask(`${API}/accounts/passkeys`)
export const endPasskey = ({ account_id, id }: PasskeyOf): Promise<Answer<unknown>> =>
  post(`${API}/accounts/${account_id}/passkeys/${id}/revoke`, {})
