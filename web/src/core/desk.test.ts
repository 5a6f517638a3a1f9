import { expect, it } from 'vitest'
import { composeAtDesk } from '@/core/desk'
import { inkOf } from '@/core/ink'

it('a command from a desk names its app and no device', () => {
  const text = composeAtDesk({
    id: '01a1ffbf-0000-7000-8000-000000000000',
    company: '01a1ffbf-0000-7000-8000-000000000001',
    stream: 'permit/01a1ffbf-0000-7000-8000-000000000002',
    kind: 'stop',
    body: { reason: '旁边在装车' },
    occurredAt: new Date('2026-11-21T08:00:00Z'),
  })
  expect(JSON.parse(text)).toEqual({
    v: 1,
    id: '01a1ffbf-0000-7000-8000-000000000000',
    company: '01a1ffbf-0000-7000-8000-000000000001',
    stream: 'permit/01a1ffbf-0000-7000-8000-000000000002',
    kind: 'stop',
    base_version: null,
    body: { reason: '旁边在装车' },
    occurred_at: '2026-11-21T08:00:00.000Z',
    device: null,
    seq: null,
    prev: null,
    app: 'console/0.1.0',
    basis: null,
  })
})

it('both spellings of handwriting are drawn alike', () => {
  const groups = inkOf('[{"points":[{"x":10,"y":20},{"x":60,"y":45}]}]')
  expect(groups).toEqual({ width: 58, height: 33, paths: ['M4 4L54 29'] })
  expect(inkOf('[[[10,20],[60,45]]]')).toEqual(groups)
})

it.each(['', 'no', '{}', '[]', '[[[1,2]]]', '[{"points":"x"}]', '[[["a",1],["b",2]]]', '[[[1e9,1],[1e9,2]]]', '[null]'])(
  'what is no drawing draws nothing: %s',
  (text) => {
    expect(inkOf(text)).toBeNull()
  },
)
