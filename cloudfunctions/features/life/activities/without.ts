/** Those who are not among the others. */
export const without = (memberIds: readonly string[], taken: readonly string[]) => {
  const out = new Set(taken)
  return memberIds.filter(memberId => !out.has(memberId))
}
