// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { commandTypes, written } from './contracts.ts'

it('the committed command types are those of the schema', { timeout: 30_000 }, async () => {
  expect(readFileSync(written, 'utf8')).toBe(await commandTypes())
})
