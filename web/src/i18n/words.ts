/** The shape of a second language: every key of the first, no more and no fewer, checked by the compiler. */
export type Words<Source> = { readonly [Key in keyof Source]: Source[Key] extends string ? string : Words<Source[Key]> }
