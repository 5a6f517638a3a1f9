/** Booked and planned work. */
import type { Booking } from '@/core/registers'
import { ask, post } from '@/sync/http'
import type { Answer } from '@/sync/http'

const API = '/api/v1'

export interface BookingWanted {
  readonly point_id: string
  readonly order_id: string | null
  readonly applicant_unit: string
  readonly work_unit: string
  readonly content: string
  readonly templates: readonly string[]
  readonly starts_at: string
  readonly ends_at: string
  readonly urgent: boolean
  readonly reason: string
}

export interface OrderRow {
  readonly id: string
  readonly site_id: string
  readonly number: string
  readonly title: string
  readonly source: 'plan' | 'order'
  readonly equipment_code: string
  readonly starts_on: string
  readonly ends_on: string
  readonly open: boolean
}

export function readBookings(start: Date, end: Date): Promise<Answer<readonly Booking[]>> {
  const wanted = new URLSearchParams({ start: start.toISOString(), end: end.toISOString() })
  return ask(`${API}/bookings?${wanted.toString()}`)
}

export const book = (wanted: BookingWanted): Promise<Answer<Booking>> => post(`${API}/bookings`, wanted)

export function decideBooking(id: string, approve: boolean, note = ''): Promise<Answer<Booking>> {
  return post(`${API}/bookings/${id}/decision`, { approve, note })
}

export const withdrawBooking = (id: string): Promise<Answer<Booking>> => post(`${API}/bookings/${id}/withdrawal`, {})

export function readOrders(): Promise<Answer<{ readonly items: readonly OrderRow[] }>> {
  return ask(`${API}/work-orders?size=200`)
}

export const addOrder = (order: Omit<OrderRow, 'id'>): Promise<Answer<OrderRow>> => post(`${API}/work-orders`, order)

export function closeOrder(id: string): Promise<Answer<OrderRow>> {
  return ask(`${API}/work-orders/${id}`, { method: 'PATCH', body: JSON.stringify({ open: false }) })
}
