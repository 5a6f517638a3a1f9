/** One work plan on a screen: read again whenever it changes; steps one after another, each on the version seen. */
import { ref, shallowRef } from 'vue'
import type { Ref, ShallowRef } from 'vue'
import { composeAtDesk } from '@/core/desk'
import type { DeskCommand } from '@/core/desk'
import type { Problem } from '@/core/problem'
import type { Scheme } from '@/core/schemes'
import { uuid7 } from '@/core/uuid7'
import { deliver } from '@/sync/commands'
import type { Accepted } from '@/sync/commands'
import type { Answer } from '@/sync/http'
import { serverNow } from '@/sync/reckoning'
import { readScheme } from '@/sync/schemes'
import { reauthenticate } from '@/sync/session'
import { useSession } from '@/ui/shared/session'

type Body = Readonly<Record<string, unknown>>

export interface OnScheme {
  readonly scheme: ShallowRef<Scheme | null>
  /** Why it could not be read. */
  readonly trouble: Ref<Problem | null>
  /** The last "no" to a step. */
  readonly refused: Ref<Problem | null>
  readonly busy: Ref<boolean>
  readonly read: () => Promise<void>
  readonly give: (kind: string, body: Body, password?: string) => Promise<boolean>
}

const newId = (): string => uuid7(serverNow(), crypto.getRandomValues(new Uint8Array(10)))

/** One command, with a fresh proof of identity where a password is given. */
async function sent(
  asked: Pick<DeskCommand, 'stream' | 'kind' | 'body' | 'baseVersion'>,
  password: string | undefined,
  app: string | undefined,
): Promise<Answer<Accepted>> {
  const id = newId()
  const proof = password === undefined ? null : await reauthenticate(password, id)
  if (proof !== null && !proof.ok) return proof
  const company = useSession().session?.company.id ?? ''
  const reauth = proof === null ? {} : { reauth: proof.data.token }
  const command = { ...asked, ...reauth, id, company, occurredAt: new Date(serverNow()) }
  return deliver(composeAtDesk(command, app))
}

export function useScheme(id: string, app?: string): OnScheme {
  const scheme = shallowRef<Scheme | null>(null)
  const trouble = ref<Problem | null>(null)
  const refused = ref<Problem | null>(null)
  const busy = ref(false)
  let version = 0
  let turn = 0
  let before: Promise<unknown> = Promise.resolve()

  async function read(): Promise<void> {
    turn += 1
    const mine = turn
    const answer = await readScheme(id)
    if (mine !== turn) return
    trouble.value = answer.ok ? null : answer.problem
    if (answer.ok) {
      scheme.value = answer.data
      version = answer.data.version
    } else if (answer.problem.status === 401) useSession().lost()
  }

  async function send(kind: string, body: Body, password?: string): Promise<boolean> {
    busy.value = true
    const answer = await sent({ stream: `scheme/${id}`, kind, body, baseVersion: version }, password, app)
    if (answer.ok) version = answer.data.version
    refused.value = answer.ok ? null : answer.problem
    await read()
    busy.value = false
    return answer.ok
  }

  /** In the order they were given: the next one is decided on what the last one left. */
  function give(kind: string, body: Body, password?: string): Promise<boolean> {
    const mine = before.then(() => send(kind, body, password))
    before = mine.catch(() => undefined)
    return mine
  }

  return { scheme, trouble, refused, busy, read, give }
}
