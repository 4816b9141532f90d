/** Text in pieces of at most `longest` characters, cut between sentences where they allow it, so that a voice pauses where a reader would. */
export const piecesOf = (text: string, longest: number): string[] => {
  const sentences = text.match(/[^。！？；\n]*[。！？；\n]+|[^。！？；\n]+$/gu) ?? []
  const short = sentences.flatMap(sentence => chunks([...sentence], longest))
  return short.reduce<string[]>((pieces, one) => {
    const last = pieces.at(-1)
    return last !== undefined && [...last].length + [...one].length <= longest ? [...pieces.slice(0, -1), last + one] : [...pieces, one]
  }, [])
}

const chunks = (letters: readonly string[], longest: number): string[] =>
  letters.length === 0 ? [] : [letters.slice(0, longest).join(''), ...chunks(letters.slice(longest), longest)]
