/** The letter under which a name is looked up, from how it is read (`readingsOf`); undefined where that is not known. */
export const initialOf = (reading: string | undefined): string | undefined => {
  const [first = ''] = reading ?? ''
  return /^[a-z]$/.test(first) ? first.toUpperCase() : undefined
}
