/** A part of a recording that was played, in whole seconds from its beginning; `to` is the first second that was not. */
export interface Span {
  from: number
  to: number
}

/** As many spans as are kept of one person and one recording: of more, the shortest are let go. */
export const MOST_SPANS = 40

const byStart = (one: Span, other: Span) => one.from - other.from || one.to - other.to

/** The same seconds as spans in order, none of which touches another; what lies outside the recording is left out. */
export const mergeSpans = (spans: readonly Span[], length: number): Span[] => {
  const merged: Span[] = []
  for (const span of [...spans].sort(byStart)) {
    const [from, to] = [Math.max(0, span.from), Math.min(length, span.to)]
    if (to <= from) continue
    const last = merged.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else merged.push({ from, to })
  }
  return merged
}

/** The longest of them, in order, so that what is kept stays small. */
const fewSpans = (merged: readonly Span[]): Span[] =>
  merged.length <= MOST_SPANS
    ? [...merged]
    : [...merged]
        .sort((one, other) => other.to - other.from - (one.to - one.from) || byStart(one, other))
        .slice(0, MOST_SPANS)
        .sort(byStart)

/** How many seconds were played, each once. */
export const playedOf = (merged: readonly Span[]): number => merged.reduce((sum, { from, to }) => sum + to - from, 0)

/** The seconds of `spans` that are not in `known` (both merged). */
const beyond = (spans: readonly Span[], known: readonly Span[]): Span[] =>
  spans.flatMap(span => {
    const gaps: Span[] = []
    let { from } = span
    for (const one of known) {
      if (one.to <= from || one.from >= span.to) continue
      if (one.from > from) gaps.push({ from, to: one.from })
      from = Math.max(from, one.to)
    }
    return from < span.to ? [...gaps, { from, to: span.to }] : gaps
  })

/**
 * What was played before and what is reported now, as one. Of seconds that are new, no more than `allowed` are believed, from the first reported on:
 * a phone cannot have played more than the time that went by.
 */
export const addSpans = (
  known: readonly Span[],
  reported: readonly Span[],
  { length, allowed }: { length: number; allowed: number },
): Span[] => {
  const before = mergeSpans(known, length)
  let left = Math.max(0, Math.floor(allowed))
  const believed = beyond(mergeSpans(reported, length), before).flatMap(({ from, to }) => {
    const end = Math.min(to, from + left)
    left -= Math.max(0, end - from)
    return end > from ? [{ from, to: end }] : []
  })
  return fewSpans(mergeSpans([...before, ...believed], length))
}

/** Of so much of a recording, it counts as seen. */
const SEEN_SHARE = 0.9

/** Was enough of it played? */
export const isSeen = (merged: readonly Span[], length: number): boolean => length > 0 && playedOf(merged) >= length * SEEN_SHARE

/** How many seconds are still to be played until it counts as seen. */
export const leftOf = (merged: readonly Span[], length: number): number => Math.max(0, Math.ceil(length * SEEN_SHARE) - playedOf(merged))
