// @vitest-environment node
import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { interfaceTypes, written } from './interface.ts'

it('the committed types of the interface are those of its description', { timeout: 30_000 }, async () => {
  expect(readFileSync(written, 'utf8')).toBe(await interfaceTypes())
})
