/** Shorter lists are gone through as quickly as anything is looked up. */
export const worthKeeping = 32;
