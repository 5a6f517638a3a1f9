/** Gas meters that speak over Bluetooth: which service, which characteristic, and what its bytes say.

Two profiles that anybody may read: the gas concentrations of the Bluetooth SIG's Environmental Sensing, and
Davy's own open profile (docs/reference/gas-meters.md). The protocols of vendors are their own; a driver is
added here when its vendor has published one. What is not read for certain is no value: a meter that warms up,
has a fault, is out of range or out of calibration gives a trouble and never a number (S4). */
import type { RecordRound } from '@/core/commands'
import type { Demand } from '@/core/types'

type Unit = RecordRound['readings'][number]['value']['unit']
type Quality = Demand['quality']

/** Why a channel has no number. */
export type Trouble = 'fault' | 'range' | 'calibration' | 'warming' | 'below_zero' | 'unreadable'

export interface Channel {
  /** A substance of the limits table; null where the sensor answers to whatever burns. */
  readonly substance: string | null
  readonly quality: Quality
  readonly unit: Unit
  /** Decimal as text, null while there is none. */
  readonly value: string | null
  readonly trouble: Trouble | null
}

export interface Driver {
  readonly id: string
  /** 128-bit UUIDs in lower case. */
  readonly service: string
  /** A characteristic that tells the instrument's own number as text, if there is one. */
  readonly instrument: string | null
  readonly values: readonly { readonly characteristic: string; readonly parse: (bytes: DataView) => readonly Channel[] }[]
}

const sig = (short: string): string => `0000${short}-0000-1000-8000-00805f9b34fb`
const open = (short: string): string => `da7e${short}-6a5d-4c1b-9e32-30871a3064f2`

/** A whole number times a power of ten, spelled without an exponent and without rounding. */
export function spelled(mantissa: number, exponent: number): string {
  if (exponent >= 0) return mantissa === 0 ? '0' : String(mantissa) + '0'.repeat(exponent)
  const digits = String(mantissa).padStart(1 - exponent, '0')
  return `${digits.slice(0, exponent)}.${digits.slice(exponent)}`.replace(/\.?0+$/, '')
}

const broken = (channel: Omit<Channel, 'value' | 'trouble'>, trouble: Trouble): Channel => ({ ...channel, value: null, trouble })

/** IEEE 11073 16-bit float (medfloat16): a mantissa of 12 bits, an exponent of 4; five values are words. */
const SPECIAL: Readonly<Record<number, Trouble>> = {
  0x07fe: 'range',
  0x07ff: 'fault',
  0x0800: 'range',
  0x0801: 'unreadable',
  0x0802: 'range',
}

/** A mass concentration of the SIG in kg/m³, told as mg/m³. */
function concentration(substance: string): (bytes: DataView) => readonly Channel[] {
  const channel = { substance, quality: 'toxic', unit: 'mg/m3' } as const
  return (bytes) => {
    if (bytes.byteLength < 2) return [broken(channel, 'unreadable')]
    const raw = bytes.getUint16(0, true)
    const special = SPECIAL[raw & 0x0fff]
    if (special !== undefined) return [broken(channel, special)]
    const mantissa = ((raw & 0x0fff) << 20) >> 20
    if (mantissa < 0) return [broken(channel, 'below_zero')]
    return [{ ...channel, value: spelled(mantissa, (bytes.getInt16(0, true) >> 12) + 6), trouble: null }]
  }
}

type Sensor = Readonly<Pick<Channel, 'substance' | 'quality'>>
const toxic = (substance: string): Sensor => ({ substance, quality: 'toxic' })

/** The gas codes of the open profile. */
const SENSORS: Readonly<Record<number, Sensor>> = {
  0x01: { substance: 'oxygen', quality: 'oxygen' },
  0x02: { substance: null, quality: 'combustible' },
  0x03: { substance: 'methane', quality: 'combustible' },
  0x04: { substance: 'hydrogen', quality: 'combustible' },
  0x10: toxic('carbon_monoxide'),
  0x11: toxic('hydrogen_sulfide'),
  0x12: toxic('ammonia'),
  0x13: toxic('chlorine'),
  0x14: toxic('hydrogen_cyanide'),
  0x15: toxic('benzene'),
  0x16: toxic('methanol'),
}
const OPEN_UNITS = ['%vol', '%LEL', 'ppm', 'mg/m3'] as const
const FITS: Readonly<Record<Quality, readonly Unit[]>> = {
  oxygen: ['%vol'],
  combustible: ['%vol', '%LEL'],
  toxic: ['ppm', 'mg/m3'],
}
const VERSION = 1
const HEAD = 2
const EACH = 4

/** What the state of the whole meter says against every channel. */
function against(state: number): Trouble | null {
  if (state & 0b001) return 'fault'
  if (state & 0b010) return 'calibration'
  return state & 0b100 ? 'warming' : null
}

function openChannel(bytes: DataView, at: number, whole: Trouble | null): Channel | null {
  const sensor = SENSORS[bytes.getUint8(at)]
  if (sensor === undefined) return null // a gas that nobody here asks for
  const form = bytes.getUint8(at + 1)
  const unit = OPEN_UNITS[form & 0b11] ?? '%vol'
  const channel = { ...sensor, unit }
  if (!FITS[sensor.quality].includes(unit)) return broken(channel, 'unreadable')
  if (whole !== null) return broken(channel, whole)
  if (form & 0b0001_0000) return broken(channel, 'fault')
  if (form & 0b0010_0000) return broken(channel, 'range')
  const value = bytes.getInt16(at + 2, true)
  if (value < 0) return broken(channel, 'below_zero')
  return { ...channel, value: spelled(value, -((form >> 2) & 0b11)), trouble: null }
}

/** Version, state of the meter, then four bytes a gas: at most four gases fit the smallest packet (20 bytes). */
function openReadings(bytes: DataView): readonly Channel[] {
  if (bytes.byteLength < HEAD + EACH || bytes.getUint8(0) !== VERSION) return []
  if ((bytes.byteLength - HEAD) % EACH !== 0) return []
  const whole = against(bytes.getUint8(1))
  const found: Channel[] = []
  for (let at = HEAD; at < bytes.byteLength; at += EACH) {
    const channel = openChannel(bytes, at, whole)
    if (channel !== null) found.push(channel)
  }
  return found
}

export const DRIVERS: readonly Driver[] = [
  {
    id: 'davy-open',
    service: open('0001'),
    instrument: open('0003'),
    values: [{ characteristic: open('0002'), parse: openReadings }],
  },
  {
    id: 'sig-environmental-sensing',
    service: sig('181a'),
    instrument: null,
    values: [
      { characteristic: sig('2bd0'), parse: concentration('carbon_monoxide') },
      { characteristic: sig('2bcf'), parse: concentration('ammonia') },
    ],
  },
]

/** Whether a channel measures what is asked for: its own substance, or anything that burns. */
export function measures(channel: Channel, { substance, quality }: Pick<Demand, 'substance' | 'quality'>): boolean {
  if (channel.quality !== quality) return false
  return channel.substance === null || channel.substance === substance
}
