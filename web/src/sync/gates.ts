/** What the screens ask of gates. */
import type { Gate, GateDraft, GateList, GatePass, InsideNow, Passage, PermitPass } from '@/core/gates'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

const API = '/api/v1'
const one = (gate: string): string => `${API}/gates/${encodeURIComponent(gate)}`

export const readGates = (): Promise<Answer<readonly Gate[]>> => ask(`${API}/gates`)
export const readPasses = (gate: string): Promise<Answer<readonly GatePass[]>> => ask(`${one(gate)}/passes`)
export const readPassages = (gate: string): Promise<Answer<readonly Passage[]>> => ask(`${one(gate)}/passages`)
export const readPermitPasses = (permit: string): Promise<Answer<readonly PermitPass[]>> =>
  ask(`${API}/permits/${encodeURIComponent(permit)}/passes`)
export const readInside = (site: string, area: string): Promise<Answer<InsideNow>> =>
  ask(`${API}/sites/${encodeURIComponent(site)}/inside${area === '' ? '' : `?area=${encodeURIComponent(area)}`}`)
export const visitGate = (gate: string): Promise<Answer<Gate>> => post(`${one(gate)}/visit`, {})
export const keepGate = (gate: string | null, draft: GateDraft): Promise<Answer<Gate>> =>
  gate === null ? post(`${API}/gates`, draft) : ask(one(gate), { method: 'PUT', body: JSON.stringify(draft) })
export const notePassage = (
  gate: string,
  told: { readonly person: string; readonly way: 'in' | 'out'; readonly at: string },
): Promise<Answer<readonly Passage[]>> => post(`${one(gate)}/passages`, told)
export const readList = (gate: string): Promise<Answer<GateList>> => ask(`${one(gate)}/list`)
