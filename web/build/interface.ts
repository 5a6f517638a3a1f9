/** Writes the TypeScript of what the server answers from its own description, openapi.json: `npm run interface`. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'
import type { OpenAPI3 } from 'openapi-typescript'

const described = new URL('../openapi.json', import.meta.url)
export const written = fileURLToPath(new URL('../src/core/api.d.ts', import.meta.url))

const BANNER = `/* eslint-disable */
/** Paths and shapes of the interface. Written by \`npm run interface\` from openapi.json; never by hand. */
`

/** One type a shape by its name, and `paths` for openapi-fetch. A field of a request that has a default may be left out. */
export async function interfaceTypes(): Promise<string> {
  const whole = JSON.parse(readFileSync(described, 'utf8')) as OpenAPI3
  const nodes = await openapiTS(whole, { alphabetize: false, defaultNonNullable: false, immutable: true, silent: true })
  return BANNER + astToString(nodes)
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(written, await interfaceTypes())
