/** Writes the TypeScript of command bodies from the schema that the server judges them by: `npm run contracts`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { compile } from 'json-schema-to-typescript'
import type { JSONSchema } from 'json-schema-to-typescript'

const schemas = new URL('../../src/davy_law/contracts/schemas/', import.meta.url)
export const written = fileURLToPath(new URL('../src/core/commands.d.ts', import.meta.url))

const BANNER = `/* eslint-disable */
/** Bodies of permit commands, one member a kind. Written by \`npm run contracts\` from commands.json; never by hand. */`

interface Contract {
  $defs: Record<string, JSONSchema>
}

/** One interface whose members are the command kinds; the shapes they share get names of their own. */
export async function commandTypes(): Promise<string> {
  const contract = JSON.parse(readFileSync(new URL('commands.json', schemas), 'utf8')) as Contract
  const kinds = Object.keys(contract.$defs).filter((name) => !name.startsWith('_'))
  const whole = {
    title: 'PermitCommands',
    type: 'object',
    additionalProperties: false,
    required: kinds,
    properties: Object.fromEntries(kinds.map((kind) => [kind, { $ref: `#/$defs/${kind}` }])),
    $defs: contract.$defs,
  } as JSONSchema
  const text = await compile(whole, 'PermitCommands', {
    bannerComment: BANNER,
    ignoreMinAndMaxItems: true,
    unknownAny: true,
    style: { semi: false, singleQuote: true, printWidth: 120 },
  })
  return text.replace(/\/\*\*\n \* This interface was referenced by[^/]*\*\/\n/g, '')
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(written, await commandTypes())
