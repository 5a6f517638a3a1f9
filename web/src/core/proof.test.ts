import { describe, expect, it } from 'vitest'
import { fromBase64url, toBase64url } from '@/core/base64url'
import { assertionHeader, passkeysPossible, waysFor } from '@/core/proof'

describe('the ways to sign', () => {
  it('offers the passkey first where there is one', () => {
    expect(waysFor(1, true)).toEqual(['passkey', 'password'])
    expect(waysFor(1, false)).toEqual(['password'])
  })

  it('never offers a way that is too weak', () => {
    expect(waysFor(2, true)).toEqual(['passkey'])
    expect(waysFor(3, false)).toEqual([])
  })

  it('knows where browsers make passkeys', () => {
    expect(passkeysPossible('davy.plant.example', true)).toBe(true)
    expect(passkeysPossible('davy.plant.example', false)).toBe(false)
    expect(passkeysPossible('10.1.2.3', true)).toBe(false)
    expect(passkeysPossible('[::1]', true)).toBe(false)
  })
})

describe('what travels beside the bytes', () => {
  it('keeps every byte', () => {
    const bytes = Uint8Array.from({ length: 256 }, (_, at) => at)
    expect(fromBase64url(toBase64url(bytes))).toEqual(bytes)
    expect(toBase64url(bytes)).not.toMatch(/[+/=]/)
  })

  it('is one word of a header', () => {
    const header = assertionHeader({ id: 'a', client_data: 'b', authenticator_data: 'c', signature: 'd' })
    expect(header).toMatch(/^[A-Za-z0-9_-]+$/)
    expect(JSON.parse(new TextDecoder().decode(fromBase64url(header)))).toMatchObject({ id: 'a', signature: 'd' })
  })
})
