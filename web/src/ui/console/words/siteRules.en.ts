/** The company's own rules in English. */
import type { Words } from '@/i18n/words'
import type { siteRules as zh } from './siteRules.zh-CN'

export const siteRules: Words<typeof zh> = {
  title: 'Rules of the enterprise',
  about: 'Nothing of the standards is taken away; rules are only added. A change counts for permits submitted from now on, those under way keep their rules.',
  first: 'Enter the records before you take a rule into use: what is missing refuses permits.',
  on: 'in use',
  off: 'not in use',
  other: 'what is in use is another version',
  asked: 'Asked at {steps}: {rule}',
  watched: 'Watched while work goes on, which pauses: {rule}',
  at: { sign_stage: 'signature', start: 'start', resume: 'resume' },
  take: 'Take into use',
  renew: 'Use this version',
  drop: 'Take out of use',
  reason: 'Reason, or number of the decision',
  keep: 'Leave it',
  mayNot: 'Safety officers take rules into use and out of it.',
}
