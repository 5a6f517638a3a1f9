/** What an administrator tells of each messenger, field by field, and the request made of it. */

export type MessengerKind = 'sms' | 'wecom' | 'dingtalk' | 'mail'
/** `json` and `pairs` are typed as text; `secret` is never read back. */
export type FieldShape = 'text' | 'digits' | 'number' | 'json' | 'pairs' | 'safe' | 'secret'

export interface MessengerField {
  readonly name: string
  readonly shape: FieldShape
  readonly needed: boolean
  readonly example?: string
}

const APP: readonly MessengerField[] = [
  { name: 'app', shape: 'text', needed: true },
  { name: 'agent', shape: 'digits', needed: true, example: '1000002' },
  { name: 'key', shape: 'secret', needed: true },
  { name: 'url', shape: 'text', needed: false },
]

export const MESSENGER_FIELDS: Readonly<Record<MessengerKind, readonly MessengerField[]>> = {
  sms: [
    { name: 'url', shape: 'text', needed: true, example: 'https://sms.example/send' },
    { name: 'key', shape: 'secret', needed: false },
    { name: 'headers', shape: 'pairs', needed: false, example: 'Authorization: Bearer {key}' },
    { name: 'body', shape: 'json', needed: true, example: '{"phone": "{phone}", "content": "{text}"}' },
    { name: 'okPath', shape: 'text', needed: false, example: 'code' },
    { name: 'okIs', shape: 'text', needed: false, example: '0' },
  ],
  wecom: APP,
  dingtalk: APP,
  mail: [
    { name: 'host', shape: 'text', needed: true, example: 'smtp.example' },
    { name: 'port', shape: 'number', needed: true, example: '465' },
    { name: 'safe', shape: 'safe', needed: true },
    { name: 'from', shape: 'text', needed: true, example: 'davy@plant.example' },
    { name: 'user', shape: 'text', needed: false },
    { name: 'key', shape: 'secret', needed: false },
  ],
}

export type Typed = Record<string, string>

/** What the form shows of settings that were kept; secrets stay empty. */
export function typedOf(kind: MessengerKind, settings: Readonly<Record<string, unknown>> | null): Typed {
  const ok = settings?.['ok'] as { path?: string; is?: string } | undefined
  const shown: Record<string, unknown> = { ...settings, okPath: ok?.path, okIs: ok?.is }
  return Object.fromEntries(MESSENGER_FIELDS[kind].map(({ name, shape }) => [name, text(shown[name], shape)]))
}

export interface MessengerTold {
  readonly settings: Readonly<Record<string, unknown>>
  readonly secret: Readonly<Record<string, string>> | null
  /** The names of the fields that are missing or cannot be read. */
  readonly wrong: readonly string[]
}

/** What was typed, as the server takes it. */
export function wantedOf(kind: MessengerKind, typed: Typed): MessengerTold {
  const said = (name: string): string => (typed[name] ?? '').trim()
  const fields = MESSENGER_FIELDS[kind]
  const plain = fields.filter(({ shape }) => shape !== 'secret')
  const wrong = plain.filter((field) => (said(field.name) === '' ? field.needed : read(said(field.name), field.shape) === undefined))
  const filled = plain.filter(({ name }) => said(name) !== '' && !name.startsWith('ok'))
  const settings = Object.fromEntries(filled.map(({ name, shape }) => [name, read(said(name), shape)]))
  const secrets = fields.filter(({ name, shape }) => shape === 'secret' && said(name) !== '')
  return {
    settings: said('okPath') === '' ? settings : { ...settings, ok: { path: said('okPath'), is: said('okIs') } },
    secret: secrets.length === 0 ? null : Object.fromEntries(secrets.map(({ name }) => [name, said(name)])),
    wrong: wrong.map(({ name }) => name),
  }
}

function text(value: unknown, shape: FieldShape): string {
  if (value === undefined || value === null || shape === 'secret') return ''
  if (shape === 'json') return JSON.stringify(value, null, 1)
  if (shape === 'pairs') return Object.entries(value as Record<string, string>).map((pair) => pair.join(': ')).join('\n')
  return typeof value === 'number' ? value.toString() : (value as string)
}

function read(said: string, shape: FieldShape): unknown {
  if (shape === 'digits') return /^\d+$/.test(said) ? said : undefined
  if (shape === 'number') return /^\d+$/.test(said) ? Number(said) : undefined
  if (shape === 'json') return object(said)
  if (shape !== 'pairs') return said
  const lines = said.split('\n').filter((line) => line.trim() !== '')
  const pairs = lines.map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()] as const)
  return lines.every((line) => line.includes(':')) ? Object.fromEntries(pairs) : undefined
}

function object(said: string): unknown {
  try {
    const found: unknown = JSON.parse(said)
    return typeof found === 'object' && found !== null && !Array.isArray(found) ? found : undefined
  } catch {
    return undefined
  }
}
