/** A shared terminal towards the server: how it comes in, how a badge and a PIN are told, how somebody is forgotten. */
import { presentedText, toldText } from '@/core/kiosk'
import type { Beside } from '@/core/proof'
import type { Problem } from '@/core/problem'
import type { OwnKiosk } from '@/store/kiosk'
import { keepKiosk } from '@/store/kiosk'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'
import { hashOf, makeKey, pointOf, sign } from '@/sync/signing'

const API = '/api/v1/terminal'

interface Terminal {
  readonly id: string
  readonly name: string
  readonly company: string
  readonly challenge: string
}

export const readTerminal = (id: string): Promise<Answer<Terminal>> => ask(`${API}/${id}`)

/** Makes this browser a terminal by an invitation; what is wrong, or the terminal that it is now. */
export async function enrolKiosk(
  company: string,
  invitation: string,
  name: string,
  newId: () => string,
): Promise<Answer<OwnKiosk>> {
  const id = newId()
  const key = await makeKey()
  const proof = await sign(key, `davy-device/1\n${company}\n${id}\n${invitation}`)
  const answer = await post<Terminal>(API, { kiosk: id, invitation, name, key: await pointOf(key), proof })
  if (!answer.ok) return answer
  const own: OwnKiosk = { name: 'own', id, company, title: answer.data.name, key }
  await keepKiosk(own)
  return { ok: true, data: own }
}

/** Tells badge and PIN under the terminal's signature; null when he may go on. */
export async function present(own: OwnKiosk, badge: string, pin: string, visit: string): Promise<Problem | null> {
  const asked = await readTerminal(own.id)
  if (!asked.ok) return asked.problem
  const { challenge } = asked.data
  const said = { company: own.company, kiosk: own.id, visit, challenge }
  const signature = await sign(own.key, presentedText(said, await hashOf(toldText(badge, pin))))
  const answer = await post(`${API}/visits`, { kiosk: own.id, visit, challenge, badge, pin, signature })
  return answer.ok ? null : answer.problem
}

export const forgetVisit = (): Promise<Answer<unknown>> => post(`${API}/forget`, {})

/** The terminal's signature over the exact bytes. */
export const byTerminal = async ({ id, key }: OwnKiosk, bytes: string): Promise<Beside> => ({
  kiosk: id,
  signature: await sign(key, bytes),
})
