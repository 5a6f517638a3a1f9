/** What an account keeps for a room of the console: it is there at every desk. */
import type { components } from '@/core/api'
import { ask } from '@/sync/http'
import type { Answer } from '@/sync/http'

type Shapes = components['schemas']
export type Desk = Shapes['DeskOut']
export type View = Desk['views'][number]
export type Layout = NonNullable<Desk['layout']>
export type Column = Layout['columns'][number]

const API = '/api/v1/desk/permits'
const put = (path: string, body: unknown): Promise<Answer<Desk>> =>
  ask(`${API}/${path}`, { method: 'PUT', body: JSON.stringify(body) })

export const readDesk = (): Promise<Answer<Desk>> => ask(API)
export const keepView = (view: View): Promise<Answer<Desk>> => put('views', view)
export const keepLayout = (layout: Layout): Promise<Answer<Desk>> => put('layout', layout)
export const forgetView = (name: string): Promise<Answer<Desk>> =>
  ask(`${API}/views?${new URLSearchParams({ name }).toString()}`, { method: 'DELETE' })
