/** People who are told the same, together. */
export const grouped = (memberIds: readonly string[], by: (memberId: string) => string): string[][] => {
  const groups = new Map<string, string[]>()
  for (const memberId of memberIds) groups.set(by(memberId), [...(groups.get(by(memberId)) ?? []), memberId])
  return [...groups.values()]
}
