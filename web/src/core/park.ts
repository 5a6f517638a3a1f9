/** Sharing with the companies of a park, as the screens read it. */
import type { components } from '@/core/api'

type Shapes = components['schemas']
export type Park = Shapes['ParkOut']
export type ParkPartner = Shapes['PartnerOut']
export type ParkHit = Shapes['ParkHitOut']
export type ParkLine = Shapes['ParkLineOut']
export type ParkConsent = Shapes['ConsentIn']
export type ParkJoin = Shapes['JoinIn']
export type ParkConsented = Shapes['ConsentedOut']
export type ParkLook = Shapes['LookIn']
export type ParkStanding = Shapes['ParkLookOut']['standing']

/** How a partnership stands for who looks at it: what is known now, or since when nothing is. */
export type ParkWord = 'invited' | 'waits' | 'fresh' | 'silent' | 'ended'

export function wordOf(partner: Pick<ParkPartner, 'state' | 'fresh' | 'took_at'>): ParkWord {
  if (partner.state !== 'active') return partner.state
  if (partner.fresh) return 'fresh'
  return partner.took_at === null ? 'waits' : 'silent'
}
