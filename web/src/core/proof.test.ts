import { describe, expect, it } from 'vitest'
import { fromBase64url, toBase64url } from '@/core/base64url'
import { besideHeader, isPin, passkeysPossible, waysFor } from '@/core/proof'

describe('the ways to sign', () => {
  it('offers the passkey first where there is one', () => {
    expect(waysFor(1, { passkey: true, device: false })).toEqual(['passkey', 'password'])
    expect(waysFor(1, { passkey: false, device: false })).toEqual(['password'])
    expect(waysFor(1, { passkey: false, device: true })).toEqual(['password', 'device'])
  })

  it('never offers a way that is too weak', () => {
    expect(waysFor(2, { passkey: true, device: true })).toEqual(['passkey', 'device'])
    expect(waysFor(2, { passkey: false, device: false })).toEqual([])
    expect(waysFor(3, { passkey: false, device: true })).toEqual([])
  })

  it('knows a PIN that anybody guesses', () => {
    expect(['480215', '100000', '135790'].map(isPin)).toEqual([true, true, true])
    expect(['', '12345', '111111', '123456', '987654', '890123', '12345a'].some(isPin)).toBe(false)
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
    const header = besideHeader({ id: 'a', client_data: 'b', authenticator_data: 'c', signature: 'd' })
    expect(header).toMatch(/^[A-Za-z0-9_-]+$/)
    expect(JSON.parse(new TextDecoder().decode(fromBase64url(header)))).toMatchObject({ id: 'a', signature: 'd' })
  })
})
