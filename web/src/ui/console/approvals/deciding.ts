/** What an approver may be about to do with the permit before him. */
export type Deciding = 'sign' | 'return_to_draft' | 'refuse'
