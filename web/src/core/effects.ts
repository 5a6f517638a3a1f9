/** What Davy cuts, starts and sounds at a work point, as the screens read it. */
import type { components } from '@/core/api'

type Shapes = components['schemas']
export type EffectOrder = Shapes['EffectOrder']
export type EffectRow = Shapes['EffectRow']
export type EffectTable = Shapes['EffectTable']
export type PointEffects = Shapes['EffectsOut']
export type Interlocks = Shapes['InterlocksOut']
export type EffectWords = Shapes['ActuationWords']

/** One row as somebody is writing it. */
export interface RowDraft {
  cause: string
  effect: string
  instrument: string
  feeds: readonly string[]
  position: string
}

/** Good: the device's reading proves it. Bad: somebody must go there. Open: nobody knows yet. */
export type Tone = 'good' | 'bad' | 'open' | 'over'

const TONES: Readonly<Record<string, Tone>> = {
  confirmed: 'good',
  timed_out: 'bad',
  refused: 'bad',
  contradicted: 'bad',
  superseded: 'over',
}

export const toneOf = (order: Pick<EffectOrder, 'state'>): Tone => TONES[order.state] ?? 'open'

/** What is still in the way of safety comes first, what is over comes last; of the same the newest first. */
export function inOrder(orders: readonly EffectOrder[]): readonly EffectOrder[] {
  const rank: Readonly<Record<Tone, number>> = { bad: 0, open: 1, good: 2, over: 3 }
  return [...orders].sort(
    (a, b) => rank[toneOf(a)] - rank[toneOf(b)] || b.requested_at.localeCompare(a.requested_at),
  )
}

/** The three times of an order; who only has the proof had the order, too. */
export function timesOf(order: EffectOrder): readonly { readonly name: 'requested' | 'delivered' | 'confirmed'; readonly at: string | null }[] {
  return [
    { name: 'requested', at: order.requested_at },
    { name: 'delivered', at: order.delivered_at },
    { name: 'confirmed', at: order.confirmed_at },
  ]
}

/** The body of a proposal: only what its effect asks for. */
export function proposed(rows: readonly RowDraft[], words: EffectWords): Readonly<Record<string, unknown>> {
  return {
    rows: rows.map(({ cause, effect, instrument, feeds, position }) => {
      const asks = words.effects[effect]
      return {
        cause,
        effect,
        instrument,
        ...(asks?.feeds ? { feeds } : {}),
        ...(asks?.placed && position.trim() !== '' ? { position: position.trim() } : {}),
      }
    }),
  }
}

export const isWhole = (row: RowDraft): boolean => row.cause !== '' && row.effect !== '' && row.instrument !== ''
