/** What may be done with a decision beside giving it. */
export type Bending = 'add_signer' | 'transfer_decision' | 'return_to_stage'
