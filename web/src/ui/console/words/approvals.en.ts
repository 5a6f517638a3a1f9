import type { Words } from '@/i18n/words'
import type { approvals as source } from './approvals.zh-CN'

export const approvals: Words<typeof source> = {
  delegation: {
    none: 'No delegations',
    noneStep: 'A holder who is away may send somebody entitled to sign for him, with time and reason.',
    give: 'Delegate my signing',
    post: 'Post',
    by: 'Delegated by',
    to: 'To',
    works: 'Works',
    allWorks: 'All works',
    span: 'Time',
    reason: 'Reason',
    state: 'State',
    states: { in_force: 'In force', coming: 'To come', over: 'Over', revoked: 'Revoked' },
    revoke: 'Revoke',
    until: 'until',
    findFirst: 'Search first',
    find: 'Name, pinyin or staff number',
    password: 'Your login password once more',
    send: 'Delegate',
    hint: 'Only to somebody entitled to the step, for 30 days at most; he signs and does nothing else of the post.',
    revokedBy: 'Revoked by {name} {time}',
    mine: 'You hold no post that signs.',
  },
  stuck: {
    line: 'Approval stuck: {what}; {owner}',
    title: 'Approvals that are stuck',
    count: 'approvals stuck',
    vacant: '{post} is vacant',
    conflict: 'those of {post} work on it or have signed',
    owner: '{post} must see to it',
    registrar: 'the registrar must see to it',
    nobody: 'Nobody can sign',
    urgent: 'Urgent',
  },
}
