/** Figures of permits and alarms, the lines behind them, and the ledger as a sheet. */
import type { components } from '@/core/api'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

type Shapes = components['schemas']
export type Statistics = Shapes['StatisticsOut']
export type Group = Shapes['Group']
export type Line = Shapes['StatisticsLine']
export type Subject = Statistics['subject']

export interface Counted {
  readonly subject: Subject
  /** RFC 3339. */
  readonly since: string
  readonly until: string
  readonly picks: Readonly<Record<string, string>>
}

const API = '/api/v1/statistics'

function query(counted: Counted, more: Readonly<Record<string, string>>): string {
  const found = new URLSearchParams({ since: counted.since, until: counted.until, ...more })
  for (const [name, key] of Object.entries(counted.picks)) found.append('pick', `${name}:${key}`)
  return found.toString()
}

export function readStatistics(counted: Counted, by: string, also: string): Promise<Answer<Statistics>> {
  return ask(`${API}/${counted.subject}?${query(counted, also === '' ? { by } : { by, also })}`)
}

export function readLines(counted: Counted, page: number): Promise<Answer<readonly Line[]>> {
  return ask(`${API}/${counted.subject}/lines?${query(counted, { page: String(page) })}`)
}

export const ledgerUrl = (counted: Counted, language: string): string =>
  `${API}/${counted.subject}/ledger.csv?${query(counted, { language })}`
