/** A company's own rows of the hazard analysis, and the scale it grades by. */
import type { Jsa, JsaRow, JsaWanted } from '@/core/types'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

const API = '/api/v1'

export const readJsa = (): Promise<Answer<Jsa>> => ask(`${API}/jsa`)

export const addJsaRow = (row: JsaWanted): Promise<Answer<JsaRow>> => post(`${API}/jsa/rows`, row)

export const withdrawJsaRow = (id: string): Promise<Answer<JsaRow>> => post(`${API}/jsa/rows/${id}/withdrawal`, {})

export function chooseScale(scale: string, bands: Readonly<Record<string, string>>): Promise<Answer<Jsa>> {
  return ask(`${API}/jsa/scale`, { method: 'PUT', body: JSON.stringify({ scale, bands }) })
}
