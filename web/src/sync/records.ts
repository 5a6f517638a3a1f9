/** Entering and changing rows of the registers, the lists that their forms choose from, and how far a company has come. */
import type { components } from '@/core/api'
import type { Page } from '@/core/records'
import type { Named, Register } from '@/core/recordForms'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

const API = '/api/v1'

export type Beginning = components['schemas']['BeginningOut']
export type AccountRow = components['schemas']['AccountOut']

/** A row that a field may name. */
export interface NamedRow {
  readonly id: string
  readonly name: string
  readonly code?: string
  readonly hr_code?: string
}

export const readBeginning = (): Promise<Answer<Beginning>> => ask(`${API}/beginning`)
export const readAccounts = (): Promise<Answer<Page<AccountRow>>> => ask(`${API}/accounts?size=200`)

/** Enters a row, or changes these fields of one. */
export function keepRecord(register: Register, id: string | null, values: Readonly<Record<string, unknown>>): Promise<Answer<unknown>> {
  if (id === null) return post(`${API}/${register}`, values)
  return ask(`${API}/${register}/${id}`, { method: 'PATCH', body: JSON.stringify(values) })
}

export function findNamed(register: Named, words: string): Promise<Answer<Page<NamedRow>>> {
  const wanted = new URLSearchParams({ size: '50', ...(words === '' ? {} : { q: words }) })
  return ask(`${API}/${register}?${wanted.toString()}`)
}

/** One of them by its id; sites and units are few and have no address of their own. */
export function readNamed(register: Named, id: string): Promise<Answer<NamedRow>> {
  return ask(`${API}/${register}/${id}`)
}
