/** Who is logged in here; logging in and out; entering the password again before a signature. */
import type { Problem } from '@/core/problem'
import type { DemoAccount, Session } from '@/core/types'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

export const readSession = (): Promise<Answer<Session>> => ask('/api/v1/session')

const AUTH = '/_allauth/browser/v1/auth'

/** The library behind answers 400 with its own words for a wrong password; they become one of ours. */
export async function logIn(username: string, password: string): Promise<Answer<unknown>> {
  const answer = await post<unknown>(`${AUTH}/login`, { username, password })
  if (answer.ok || (answer.problem.status !== 400 && answer.problem.status !== 401)) return answer
  const says = { zh: '账号或密码不正确。', en: 'The user name or the password is not correct.' }
  return { ok: false, problem: { ...answer.problem, code: 'login_failed', says, reasons: [], remedies: [] } }
}

/** Null once nobody is logged in any more; 401 is the library's way of saying so. */
export async function logOut(): Promise<Problem | null> {
  const answer = await ask(`${AUTH}/session`, { method: 'DELETE' })
  return answer.ok || answer.problem.status === 401 ? null : answer.problem
}

/** A token for exactly one command, good for two minutes. */
export function reauthenticate(password: string, command: string): Promise<Answer<{ token: string }>> {
  return post('/api/v1/session/reauth', { password, command })
}

/** The accounts to try out in a simulated company; none elsewhere. */
export async function demoAccounts(): Promise<readonly DemoAccount[]> {
  const answer = await ask<readonly DemoAccount[]>('/api/v1/accounts/demo')
  return answer.ok ? answer.data : []
}

/** What the account wants to read on every device. */
export function rememberLanguage(language: 'zh' | 'en'): Promise<Answer<unknown>> {
  return post('/api/v1/session/language', { language })
}
