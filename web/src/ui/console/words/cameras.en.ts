/** The register of cameras in English. */
import type { Words } from '@/i18n/words'
import type { cameras as zh } from './cameras.zh-CN'

export const cameras: Words<typeof zh> = {
  about:
    'Where cameras hang and what they watch, as people told it. Davy connects to none, shows and records no picture; the link is for the control room to open itself: write no password into it.',
  add: 'Enter a camera',
  code: 'Code',
  name: 'Name',
  watches: 'Watches',
  ex_mark: 'Ex mark',
  link: 'Link (https / rtsp)',
  plan_x: 'X on the plan',
  plan_y: 'Y on the plan',
  point: 'Work point',
  noPoint: 'At no work point',
  place: 'Place',
  noPlace: 'No place, not on the plan',
  noMark: 'none',
  state: 'State (told by hand)',
  stateOf: 'State of {name}',
  states: { working: 'works', broken: 'broken', unknown: 'not known' },
  remove: 'Remove',
  none: 'No camera is registered',
  noneStep: 'Once entered, they stand on the plan of the plant.',
  onMap: '{name} · {watches} · state (told by hand): {state}',
}
