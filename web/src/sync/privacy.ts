/** What is kept of people, and what for. */
import type { components } from '@/core/api'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

export type Purposes = components['schemas']['PurposesOut']

export const readPurposes = (): Promise<Answer<Purposes>> => ask('/api/v1/session/purposes')
