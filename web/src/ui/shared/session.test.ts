import 'fake-indexeddb/auto'
import { createPinia, setActivePinia } from 'pinia'
import { beforeEach, expect, it, vi } from 'vitest'
import { NO_ANSWER } from '@/core/problem'
import type { Session } from '@/core/types'
import { forgetSession, keepSession, lastSession } from '@/store/lastSession'
import type { Answer } from '@/sync/http'
import { logOut, readSession } from '@/sync/session'
import { rememberSessions, useSession } from '@/ui/shared/session'

vi.mock('@/sync/session', () => ({ readSession: vi.fn(), logIn: vi.fn(), logOut: vi.fn() }))

const DAY_MS = 24 * 3_600_000
const company = { id: 'c', name: '厂', simulated: false }
const WANG = {
  authenticated: true,
  company,
  account: { id: 'a', username: 'wang', roles: [], language: 'zh' },
} as unknown as Session
const NOBODY = { authenticated: false, company } as Session
const SILENT: Answer<Session> = { ok: false, problem: NO_ANSWER }
const says = (answer: Answer<Session>): void => void vi.mocked(readSession).mockResolvedValue(answer)

let now = Date.parse('2026-11-22T08:00:00Z')
beforeEach(async () => {
  now = Date.parse('2026-11-22T08:00:00Z')
  setActivePinia(createPinia())
  await forgetSession()
  rememberSessions({
    recall: async () => (await lastSession(now))?.session ?? null,
    keep: (session) => keepSession(session, now),
    forget: forgetSession,
  })
})

it('opens without the server for the one who was here last, unconfirmed', async () => {
  await keepSession(WANG, now)
  says(SILENT)
  const session = useSession()
  await session.load()
  expect([session.presence, session.session?.account?.username, session.confirmed]).toEqual(['here', 'wang', false])
})

it('opens for nobody on a phone that nobody was logged in at, or too long ago', async () => {
  says(SILENT)
  await useSession().load()
  expect(useSession().presence).toBe('silent')
  await keepSession(WANG, now)
  now += 15 * DAY_MS
  setActivePinia(createPinia())
  await useSession().load()
  expect(useSession().presence).toBe('silent')
})

it('does not wait for a server that is slow, and hears it when it answers', async () => {
  await keepSession(WANG, now)
  let tell: (answer: Answer<Session>) => void = () => undefined
  vi.mocked(readSession).mockReturnValue(new Promise((done) => (tell = done)))
  const session = useSession()
  await session.load()
  expect([session.presence, session.confirmed]).toEqual(['here', false])
  tell({ ok: true, data: NOBODY })
  await vi.waitFor(() => {
    expect(session.presence).toBe('nobody')
  })
  expect(session.session?.account?.username).toBe('wang') // what waits in his name stays his
})

it('believes the server, not its memory', async () => {
  await keepSession(WANG, now)
  says({ ok: true, data: NOBODY })
  await useSession().load()
  expect(useSession().presence).toBe('nobody')
  expect(useSession().session?.account).toBeUndefined()
})

it('forgets who logs out, and says so when the server did not hear of it', async () => {
  says({ ok: true, data: WANG })
  const session = useSession()
  await session.load()
  vi.mocked(logOut).mockResolvedValue(NO_ANSWER)
  expect(await session.leave()).toEqual(NO_ANSWER)
  expect(session.presence).toBe('here')
  vi.mocked(logOut).mockResolvedValue(null)
  says({ ok: true, data: NOBODY })
  expect(await session.leave()).toBeNull()
  expect([session.presence, await lastSession(now)]).toEqual(['nobody', null])
})
