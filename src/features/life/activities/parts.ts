/** At most so many parts, each at most so long. */
const PARTS = 20
const PART = 60

/** The parts of an agenda as they are typed: one to a line. */
export const partsOf = (text: string): string[] =>
  text
    .split('\n')
    .map(part => part.trim())
    .filter(part => part !== '')

/** What is wrong with an agenda, in words. */
export const partsFault = (text: string): string | undefined => {
  const parts = partsOf(text)
  if (parts.length > PARTS) return `最多写 ${PARTS} 项`
  return parts.some(part => part.length > PART) ? `每一项最多 ${PART} 个字` : undefined
}

/** The fault of a number of places as it is typed; empty means no limit. */
export const capacityFault = (text: string): string | undefined => {
  if (text.trim() === '') return undefined
  const count = Number(text)
  return Number.isInteger(count) && count >= 1 && count <= 2000 ? undefined : '名额要填 1 到 2000 的数字，不限就空着'
}
