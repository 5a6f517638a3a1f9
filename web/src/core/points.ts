/** Points, assessment and goods for points as the screens read them. */
import type { components } from '@/core/api'

type Shapes = components['schemas']
export type OwnPoints = Shapes['OwnPoints']
export type PersonPoints = Shapes['PersonPoints']
export type PointsEntry = Shapes['PointsEntryOut']
export type PointsBook = Shapes['RuleBook']
export type PointsPeriod = OwnPoints['period']
export type Ranking = Shapes['Ranking']
export type Anomalies = Shapes['AnomaliesOut']
export type Anomaly = Shapes['AnomalyOut']
export type Good = Shapes['GoodOut']
export type Claim = Shapes['ClaimOut']

export const PERIODS = ['month', 'quarter', 'year'] as const satisfies readonly PointsPeriod[]

/** 11-23 → +3, −2, 0: the sign stands before the number, as people write it. */
export function signed(points: number): string {
  if (points === 0) return '0'
  return points > 0 ? `+${points}` : `−${-points}`
}
