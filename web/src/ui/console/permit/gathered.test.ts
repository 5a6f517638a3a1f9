import { expect, it } from 'vitest'
import type { Permit, TimelineRow } from '@/core/types'
import { handwritings, pictures } from '@/ui/console/permit/gathered'

const row = (seq: number, type: string, data: object, secret: Record<string, string> = {}): TimelineRow =>
  ({
    seq,
    type,
    title: { zh: type, en: type },
    at: `2026-11-21T08:0${seq}:00Z`,
    occurred_at: '',
    recorded_at: '',
    by: { id: 'p', name: '赵主任' },
    data,
    names: {},
    private: secret,
    hash: '',
  }) as TimelineRow

const permit = {
  stages: [{ id: 'area', title: { zh: '所在单位', en: 'Area' } }],
  measures: [{ id: 'blinded', zh: '加盲板', en: 'Blinded' }],
  photo_duties: [{ purpose: 'before', zh: '开工前', en: 'Before' }],
} as unknown as Permit

it('handwriting is named after its stage', () => {
  const found = handwritings(
    [
      row(1, 'StageSigned', { stage: 'area' }, { signature: '[[[0,0],[9,9]]]', opinion: '同意' }),
      row(2, 'CheckedIn', {}),
      row(3, 'TicketVerified', {}, { signature: '[[[0,0],[9,9]]]' }),
    ],
    permit,
  )
  expect(found.map(({ title, name, opinion }) => [title.zh, name, opinion])).toEqual([
    ['所在单位', '赵主任', '同意'],
    ['TicketVerified', '赵主任', null],
  ])
})

it('every picture is shown once, with what it is of', () => {
  const found = pictures(
    [
      row(1, 'PermitDrafted', { photos: ['a', 'b'] }),
      row(2, 'MeasureAnswered', { measure: 'blinded', photo: 'c' }),
      row(3, 'PhotoAdded', { purpose: 'before', photo: 'a' }),
      row(4, 'PhotoAdded', { purpose: 'before', photo: 'd' }),
      row(5, 'RoundRecorded', { readings: [{ photo: 'e' }, { photo: 7 }, null] }),
    ],
    permit,
  )
  expect(found.map(({ hash, title }) => `${hash} ${title.zh}`)).toEqual([
    'a PermitDrafted',
    'b PermitDrafted',
    'c 加盲板',
    'd 开工前',
    'e RoundRecorded',
  ])
})
