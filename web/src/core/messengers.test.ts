import { describe, expect, it } from 'vitest'
import { typedOf, wantedOf } from '@/core/messengers'

const SMS = {
  url: 'https://sms.example/send',
  headers: { Authorization: 'Bearer {key}' },
  body: { to: ['{phone}'], content: '{text}' },
  ok: { path: 'result.0.code', is: '0' },
}

describe('what an administrator tells of a messenger', () => {
  it('comes back as it was kept, without its secret', () => {
    const typed = typedOf('sms', SMS)
    expect(typed['key']).toBe('')
    expect(wantedOf('sms', typed)).toEqual({ settings: SMS, secret: null, wrong: [] })
  })

  it('names what is missing or cannot be read', () => {
    expect(wantedOf('sms', { url: '', body: '{"to": ', headers: 'no colon' }).wrong).toEqual(['url', 'headers', 'body'])
    expect(wantedOf('mail', { host: 'm.example', port: 'ssl', safe: 'tls', from: 'a@b.cn' }).wrong).toEqual(['port'])
  })

  it('sends a secret only when one was typed', () => {
    const typed = { app: 'corp', agent: '1000002', key: ' s ', url: '' }
    expect(wantedOf('wecom', typed)).toEqual({ settings: { app: 'corp', agent: '1000002' }, secret: { key: 's' }, wrong: [] })
  })
})
