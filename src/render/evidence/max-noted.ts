/** Up to this many documents of a collection are noted one by one where a render reads a member of theirs. */
export const maxNoted = 64;
