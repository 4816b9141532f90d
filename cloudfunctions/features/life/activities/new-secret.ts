/** What the rotating codes of one activity are made from: 200 bits that cannot be guessed. */
export const newSecret = (newId: () => string): string => newId() + newId()
