/** So many documents of a collection are noted one by one where a render reads a member of theirs. */
export const mostNoted = 64;
