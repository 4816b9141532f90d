/** A code as it is read aloud and copied by hand: in groups of three. */
export const spaced = (code: string): string => code.replace(/(.{3})(?=.)/g, '$1 ')
