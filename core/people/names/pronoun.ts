/** She, he, or, where the roster does not say, the comrade. */
export const pronoun = (gender: 'male' | 'female' | undefined): string =>
  gender === 'female' ? '她' : gender === 'male' ? '他' : '这位同志'
