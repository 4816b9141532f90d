import fc from 'fast-check'
import { mayHavePlayed, pagesOf } from '../../../core/life/courses/rules'
import { brokenOff, heardAt, startTrack, takeSpans, untold } from '../../../core/life/courses/track'
import { addSpans, isSeen, leftOf, mergeSpans, MOST_SPANS, playedOf, type Span } from '../../../core/life/courses/spans'

const LENGTH = 600
const second = fc.integer({ min: 0, max: LENGTH + 50 })
const span = fc.tuple(second, second).map(([from, to]): Span => ({ from, to }))
const spans = fc.array(span, { maxLength: 30 })
const ANY = { length: LENGTH, allowed: Infinity }

/** Every second that they cover, one by one. */
const seconds = (list: readonly Span[]): Set<number> =>
  new Set(list.flatMap(({ from, to }) => Array.from({ length: Math.max(0, Math.min(to, LENGTH) - from) }, (_, nth) => from + nth)))

describe('what was played of a recording', () => {
  test('is the same seconds however they are reported: in order, apart, each once', () => {
    fc.assert(
      fc.property(spans, list => {
        const merged = mergeSpans(list, LENGTH)
        expect(seconds(merged)).toEqual(seconds(list))
        expect(playedOf(merged)).toBe(seconds(list).size)
        for (const [nth, { from, to }] of merged.entries()) {
          expect(from).toBeLessThan(to)
          expect(from).toBeGreaterThan(merged[nth - 1]?.to ?? -1)
        }
      }),
    )
  })

  test('grows with what is reported, not with what is reported again, whichever door says it first', () => {
    fc.assert(
      fc.property(spans, spans, (own, family) => {
        fc.pre(own.length + family.length <= MOST_SPANS)
        const both = addSpans(addSpans([], own, ANY), family, ANY)
        expect(addSpans(addSpans([], family, ANY), own, ANY)).toEqual(both)
        expect(addSpans(both, own, ANY)).toEqual(both)
        expect(playedOf(both)).toBe(seconds([...own, ...family]).size)
      }),
    )
  })

  test('is never more than the time that went by, nor than the recording, and stays small', () => {
    fc.assert(
      fc.property(spans, spans, fc.integer({ min: 0, max: 200 }), (known, reported, allowed) => {
        const before = addSpans([], known, ANY)
        const after = addSpans(before, reported, { length: LENGTH, allowed })
        expect(playedOf(after)).toBeLessThanOrEqual(playedOf(before) + allowed)
        expect(playedOf(after)).toBeLessThanOrEqual(LENGTH)
        expect(after.length).toBeLessThanOrEqual(MOST_SPANS)
      }),
    )
  })

  test('stays small when it is played in many little pieces: the longest are kept', () => {
    const crumbs = Array.from({ length: 100 }, (_, nth) => ({ from: nth * 6, to: nth * 6 + 1 }))
    const kept = addSpans(crumbs, [{ from: 0, to: 300 }], ANY)
    expect(kept).toHaveLength(MOST_SPANS)
    expect(kept[0]).toEqual({ from: 0, to: 301 })
  })

  test('counts as seen from nine tenths on; who jumps to the end has played its end alone', () => {
    expect(isSeen([{ from: 0, to: 539 }], LENGTH)).toBe(false)
    expect(isSeen([{ from: 0, to: 540 }], LENGTH)).toBe(true)
    expect(isSeen([{ from: 590, to: 600 }], LENGTH)).toBe(false)
    expect(leftOf([{ from: 590, to: 600 }], LENGTH)).toBe(530)
    expect(isSeen([], 0)).toBe(false)
  })

  test('is believed up to twice the time since the last word, and a minute before the first', () => {
    expect(mayHavePlayed(undefined, 0)).toBe(60)
    expect(mayHavePlayed(0, 20_000)).toBe(50)
  })
})

describe('a text to read', () => {
  test('comes in pages that lose not a word, each of a length that fits large letters', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('学思践悟', '知行合一。', '怎么做？', '\n', '同志们，'), { maxLength: 300 }), parts => {
        const body = parts.join('')
        const pages = pagesOf(body)
        expect(pages.join('').replace(/\s/gu, '')).toBe(body.replace(/\s/gu, ''))
        expect(pages.every(page => page !== '')).toBe(true)
      }),
    )
    expect(pagesOf(`${'一'.repeat(90)}。${'二'.repeat(90)}。`)).toHaveLength(2)
  })
})

describe('what a phone tells of its player', () => {
  const played = (steps: readonly (readonly [at: number, clock: number])[]) =>
    takeSpans(
      steps.reduce((track, [at, clock]) => heardAt(track, at, clock * 1000), startTrack(steps[0]?.[0] ?? 0, 0)),
      LENGTH,
    ).spans

  test('is what was played, also where a sleeping phone tells of it in one leap, and nothing that was leapt over by hand', () => {
    expect(played([[0, 0], [0.3, 0.3], [1.1, 1.1], [2, 2]])).toEqual([{ from: 0, to: 2 }]) // prettier-ignore
    expect(played([[0, 0], [1, 1], [120, 121]])).toEqual([{ from: 0, to: 120 }]) // prettier-ignore
    expect(played([[0, 0], [1, 1], [595, 2], [596, 3]])).toEqual([{ from: 0, to: 1 }, { from: 595, to: 596 }]) // prettier-ignore
  })

  test('goes back and forth without counting a second twice, and is told once; what did not arrive is told again', () => {
    const first = [0, 1, 2, 3].reduce((track, at) => heardAt(track, at, at * 1000), startTrack(0, 0))
    const back = heardAt(heardAt(brokenOff(first, 3000, 1), 1, 3000), 4, 6000)
    const { spans, rest } = takeSpans(back, LENGTH)
    expect(spans).toEqual([{ from: 0, to: 4 }])
    expect(takeSpans(rest, LENGTH).spans).toEqual([])
    expect(takeSpans(untold(heardAt(rest, 5, 7000), spans), LENGTH).spans).toEqual([{ from: 0, to: 5 }])
  })
})
