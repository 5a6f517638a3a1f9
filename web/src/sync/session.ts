/** Who is logged in here; logging in and out; entering the password again before a signature. */
import type { DemoAccount, DemoAccounts, Session } from '@/core/types'
import { ask, post, rememberToken } from '@/sync/http'
import type { Answer } from '@/sync/http'
import { learn } from '@/sync/reckoning'

export async function readSession(): Promise<Answer<Session>> {
  const asked = Date.now()
  const answer = await ask<Session>('/api/v1/session')
  if (answer.ok) {
    rememberToken(answer.data.csrf_token)
    learn(asked, answer.data.server_time)
  }
  return answer
}

const AUTH = '/_allauth/browser/v1/auth'

/** The library behind answers 400 with its own words for a wrong password; they become one of ours. */
export async function logIn(username: string, password: string): Promise<Answer<unknown>> {
  const answer = await post<unknown>(`${AUTH}/login`, { username, password })
  if (answer.ok || (answer.problem.status !== 400 && answer.problem.status !== 401)) return answer
  const says = { zh: '账号或密码不正确。', en: 'The user name or the password is not correct.' }
  return { ok: false, problem: { ...answer.problem, code: 'login_failed', says, reasons: [] } }
}

/** 401 is the library's way of saying that nobody is logged in any more. */
export async function logOut(): Promise<void> {
  await ask(`${AUTH}/session`, { method: 'DELETE' })
}

/** A token for exactly one command, good for two minutes. */
export function reauthenticate(password: string, command: string): Promise<Answer<{ token: string }>> {
  return post('/api/v1/session/reauth', { password, command })
}

/** The accounts to try out in a simulated company; none elsewhere. */
export async function demoAccounts(): Promise<DemoAccounts> {
  const answer = await ask<DemoAccounts | { readonly items?: readonly DemoAccount[]; readonly password?: string }>(
    '/api/v1/accounts/demo',
  )
  if (!answer.ok) return { password: null, accounts: [] }
  const data = answer.data
  const accounts = 'accounts' in data ? data.accounts : (data.items ?? [])
  return { password: data.password ?? null, accounts }
}
