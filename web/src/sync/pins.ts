/** The PIN of the person here: set under the password, entered for one command. */
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

export const hasPin = (): Promise<Answer<{ readonly is_set: boolean }>> => ask('/api/v1/pin')

export const choosePin = (password: string, pin: string): Promise<Answer<{ readonly is_set: boolean }>> =>
  post('/api/v1/pin', { password, pin })

/** A token for exactly one command, good for two minutes; it counts together with the phone's signature. */
export const enterPin = (pin: string, command: string): Promise<Answer<{ readonly token: string }>> =>
  post('/api/v1/session/pin', { pin, command })
