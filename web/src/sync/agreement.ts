/** The agreement to sign electronically: read, given once, and asked for by the company. */
import type { components } from '@/core/api'
import { composeAtDesk } from '@/core/desk'
import { APP } from '@/core/envelope'
import { deliver } from '@/sync/commands'
import type { Accepted } from '@/sync/commands'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

export type Agreement = components['schemas']['AgreementOut']

const PATH = '/api/v1/signing-agreement'

export const readAgreement = (): Promise<Answer<Agreement>> => ask(PATH)

export const askForAgreement = (asked: boolean): Promise<Answer<Agreement>> =>
  ask(PATH, { method: 'PUT', body: JSON.stringify({ asked }) })

export interface Agreeing {
  readonly id: string
  readonly company: string
  readonly account: string
  readonly at: Date
}

/** To the very text that was shown: its hash goes with the version. */
export function agree({ version, sha256 }: Agreement, { id, company, account, at }: Agreeing): Promise<Answer<Accepted>> {
  const stream = `account/${account}` as const
  const body = { version, text: sha256 }
  return deliver(composeAtDesk({ id, company, stream, kind: 'agree_to_signing', body, occurredAt: at }, APP))
}
