/** The wall board: by the token of a screen, which this browser keeps where no script reads it, or by a login. */
import type { components } from '@/core/api'
import { listen } from '@/sync/changes'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'
import { learn } from '@/sync/reckoning'

type Shapes = components['schemas']
export type WallBoard = Shapes['WallBoard']
export type WallScreen = Shapes['ScreenOut']
export type ScreenMade = Shapes['ScreenMade']
export type Names = WallScreen['names']

const API = '/api/v1'
const KIOSK = `${API}/kiosk`
const PATIENCE_MS = 8_000

async function board(path: string): Promise<Answer<WallBoard>> {
  const asked = Date.now()
  const answer = await ask<WallBoard>(path, { patienceMs: PATIENCE_MS })
  if (answer.ok) learn(asked, answer.data.server_time)
  return answer
}

export const openKiosk = (token: string): Promise<Answer<unknown>> => post(`${KIOSK}/open`, { token })
export const readKiosk = (): Promise<Answer<WallBoard>> => board(`${KIOSK}/board`)
export const readWall = (site: string): Promise<Answer<WallBoard>> => board(`${API}/wall/${site}`)

/** The drawing by its hash, so that a new one is fetched. */
export const kioskDrawing = (hash: string): string => `${KIOSK}/drawing?of=${hash}`

/** Calls back whenever something changed, or may have; returns how to stop. */
export function listenWall(kiosk: boolean, changed: () => void): () => void {
  return listen(changed, changed, kiosk ? `${KIOSK}/stream` : `${API}/stream`)
}

export const readScreens = (): Promise<Answer<readonly WallScreen[]>> => ask(`${API}/wall-screens`)

export function addScreen(screen: {
  readonly name: string
  readonly site_id: string
  readonly names: Names
  readonly expires_at: string | null
}): Promise<Answer<ScreenMade>> {
  return post(`${API}/wall-screens`, screen)
}

export const revokeScreen = (id: string): Promise<Answer<null>> =>
  ask(`${API}/wall-screens/${id}`, { method: 'DELETE' })
