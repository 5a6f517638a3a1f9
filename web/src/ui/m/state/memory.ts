/** The phone remembers its last person, so that it opens where there is no network. */
import { forgetSession, keepSession, lastSession } from '@/store/lastSession'
import type { Memory } from '@/ui/shared/session'

export const phoneMemory: Memory = {
  recall: async () => (await lastSession(Date.now()))?.session ?? null,
  keep: (session) => keepSession(session, Date.now()),
  forget: forgetSession,
}
