/** The line to one meter: which driver fits, its number, what it notifies and what it answers when asked. */
import { DRIVERS } from '@/core/meters'
import type { Channel, Driver } from '@/core/meters'
import type { Characteristic, Device, Service } from './bluetooth'

/** A meter that notifies is asked all the same: one whose radio hangs would else look steady. */
const ASK_EVERY_MS = 1_500

async function driverOf(server: NonNullable<Device['gatt']>): Promise<{ driver: Driver; service: Service } | null> {
  for (const driver of DRIVERS) {
    try {
      return { driver, service: await server.getPrimaryService(driver.service) }
    } catch {
      // Not this one.
    }
  }
  return null
}

/** The number the instrument gives itself, else the name it is found by. */
async function numberOf(driver: Driver, service: Service, device: Device): Promise<string> {
  const name = device.name ?? ''
  if (driver.instrument === null) return name
  try {
    const told = await (await service.getCharacteristic(driver.instrument)).readValue()
    return new TextDecoder().decode(told).replace(/\0+$/, '').trim() || name
  } catch {
    return name
  }
}

export type Hear = (channels: readonly Channel[]) => void
type Parse = Driver['values'][number]['parse']

async function listen(found: Characteristic, parse: Parse, hear: Hear): Promise<(() => Promise<void>) | null> {
  const told = (bytes: DataView | undefined): void => {
    if (bytes) hear(parse(bytes))
  }
  if (found.properties.notify) {
    found.addEventListener('characteristicvaluechanged', () => {
      told(found.value)
    })
    await found.startNotifications()
  }
  if (!found.properties.read) return null
  return async () => {
    told(await found.readValue())
  }
}

/** Every characteristic of the driver that this meter has; the ways to ask those that can be asked. */
async function listenToAll(driver: Driver, service: Service, hear: Hear): Promise<(() => Promise<void>)[]> {
  const asks: (() => Promise<void>)[] = []
  for (const { characteristic, parse } of driver.values) {
    const found = await service.getCharacteristic(characteristic).catch(() => null)
    const ask = found === null ? null : await listen(found, parse, hear)
    if (ask !== null) asks.push(ask)
  }
  return asks
}

export interface Line {
  readonly instrument: string
  readonly close: () => void
}

/** Null when the device speaks no profile we know. `lost` is told when the line breaks by itself. */
export async function openLine(device: Device, hear: Hear, lost: () => void): Promise<Line | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  let closed = false

  function close(): void {
    closed = true
    clearTimeout(timer)
    device.removeEventListener('gattserverdisconnected', lost)
    device.gatt?.disconnect()
  }

  async function keepAsking(asks: readonly (() => Promise<void>)[]): Promise<void> {
    for (const ask of asks) await ask().catch(() => undefined)
    if (!closed && asks.length > 0) timer = setTimeout(() => void keepAsking(asks), ASK_EVERY_MS)
  }

  try {
    device.addEventListener('gattserverdisconnected', lost)
    const server = await device.gatt?.connect()
    const found = server ? await driverOf(server) : null
    if (found !== null) {
      const instrument = await numberOf(found.driver, found.service, device)
      void keepAsking(await listenToAll(found.driver, found.service, hear))
      return { instrument, close }
    }
  } catch {
    // It went away while we asked.
  }
  close()
  return null
}
