/** What the screens ask of emergencies. */
import type { components } from '@/core/api'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

type Shapes = components['schemas']
export type Emergency = Shapes['EmergencyOut']
export type EmergencyLine = Shapes['EmergencyLine']
export type OnRoll = Shapes['EmergencyPerson']

const API = '/api/v1/emergencies'

export const readEmergencies = (): Promise<Answer<readonly EmergencyLine[]>> => ask(API)

export const readEmergency = (id: string): Promise<Answer<Emergency>> => ask(`${API}/${encodeURIComponent(id)}`)

/** The open ones that this person was told of, or on whose roll he stands. */
export const readCallingEmergencies = (): Promise<Answer<readonly Emergency[]>> => ask(`${API}/calling`)
