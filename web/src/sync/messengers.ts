/** Ways out of the app (短信、企业微信、钉钉、邮件), and where they find people. */
import type { components } from '@/core/api'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

export type Messenger = components['schemas']['MessengerOut']
export type MessengerWanted = components['schemas']['MessengerIn']
export type Trial = components['schemas']['TrialMessage']
export type Unsent = components['schemas']['UnsentOut']
export type Addresses = components['schemas']['Addresses']

const API = '/api/v1'

export const readMessengers = (): Promise<Answer<readonly Messenger[]>> => ask(`${API}/messengers`)
export const writeMessenger = (kind: string, wanted: MessengerWanted): Promise<Answer<Messenger>> =>
  ask(`${API}/messengers/${kind}`, { method: 'PUT', body: JSON.stringify(wanted) })
export const beginTrial = (kind: string): Promise<Answer<Trial>> => post(`${API}/messengers/${kind}/trial`, {})
export const readTrial = (id: string): Promise<Answer<Trial>> => ask(`${API}/messages/${id}`)
export const readUnsent = (): Promise<Answer<readonly Unsent[]>> => ask(`${API}/messages/unsent`)
export const readAddresses = (person: string): Promise<Answer<Addresses>> => ask(`${API}/people/${person}/addresses`)
export const writeAddresses = (person: string, wanted: Addresses): Promise<Answer<Addresses>> =>
  ask(`${API}/people/${person}/addresses`, { method: 'PUT', body: JSON.stringify(wanted) })
