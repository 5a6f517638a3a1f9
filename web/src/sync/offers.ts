/** Rules beyond the law that are on offer, and which of them are in use here. */
import type { components } from '@/core/api'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

export type Offers = components['schemas']['SiteRulesOut']
export type Offer = components['schemas']['SiteRuleOffer']

const PATH = '/api/v1/rulebook/offers'

export const readOffers = (): Promise<Answer<Offers>> => ask(PATH)

/** Take it into use or out of it, from the state that was read. */
export const switchOffer = ({ name, base }: Offer, on: boolean, reason: string): Promise<Answer<Offers>> =>
  ask(`${PATH}/${encodeURIComponent(name)}`, { method: 'PUT', body: JSON.stringify({ on, base, reason }) })
