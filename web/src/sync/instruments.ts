/** What the screens ask of field instruments and their gateways. */
import type {
  Aside,
  Gateway,
  GatewayIn,
  GatewayMade,
  GatewayRefusal,
  Instrument,
  InstrumentWords,
  Label,
  SensingLink,
} from '@/core/instruments'
import type { Curve } from '@/core/liveCurve'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

const API = '/api/v1/instruments'
const GATEWAYS = '/api/v1/gateways'

export const readInstruments = (): Promise<Answer<readonly Instrument[]>> => ask(API)
export const readInstrument = (id: string): Promise<Answer<Instrument>> => ask(`${API}/${encodeURIComponent(id)}`)
export const readByCode = (code: string): Promise<Answer<Instrument>> => ask(`${API}/by-code/${encodeURIComponent(code)}`)
export const readLabel = (id: string): Promise<Answer<Label>> => ask(`${API}/${encodeURIComponent(id)}/label`)
export const readSensingLink = (): Promise<Answer<SensingLink>> => ask(`${API}/link`)
export const readAside = (): Promise<Answer<readonly Aside[]>> => ask(`${API}/set-aside`)

/** The instruments that serve a permit now. */
export const readServing = (permit: string): Promise<Answer<readonly Instrument[]>> =>
  ask(`/api/v1/permits/${encodeURIComponent(permit)}/instruments`)

/** The curves of a permit from the last so many milliseconds before `end`. */
export function readCurve(permit: string, span: number, end: number): Promise<Answer<Curve>> {
  const asked = { begin: new Date(end - span).toISOString(), end: new Date(end).toISOString() }
  return ask(`/api/v1/permits/${encodeURIComponent(permit)}/curve?${new URLSearchParams(asked).toString()}`)
}

export const readGateways = (): Promise<Answer<readonly Gateway[]>> => ask(GATEWAYS)
export const readGatewayRefusals = (): Promise<Answer<readonly GatewayRefusal[]>> => ask(`${GATEWAYS}/refusals`)
export const addGateway = (gateway: GatewayIn): Promise<Answer<GatewayMade>> => post(GATEWAYS, gateway)
export const renewPassword = (id: string): Promise<Answer<GatewayMade>> => post(`${GATEWAYS}/${id}/password`, {})
export const retireGateway = (id: string): Promise<Answer<null>> => post(`${GATEWAYS}/${id}/retire`, {})

let words: Promise<Answer<InstrumentWords>> | null = null

/** Asked once; they change with a release only. */
export async function readInstrumentWords(): Promise<Answer<InstrumentWords>> {
  words ??= ask<InstrumentWords>(`${API}/words`)
  const answer = await words
  if (!answer.ok) words = null
  return answer
}
