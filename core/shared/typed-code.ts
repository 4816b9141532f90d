/** A code as it is shown, printed and read out: in groups of three, of four where those come out even. */
export const groupCode = (code: string): string => code.replace(code.length % 3 === 0 ? /(.{3})(?=.)/gu : /(.{4})(?=.)/gu, '$1 ')

/** A code as it was made, however it was typed: small letters, full-width ones, blanks and dashes are forgiven. */
export const bareCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[^0-9A-Z]/gu, '')
