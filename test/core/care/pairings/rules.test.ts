import fc from 'fast-check'
import { noticesOf } from '../../../../core/care/pairings/notices'
import {
  EASY,
  inOrder,
  isFixed,
  latest,
  loadOf,
  mostOf,
  MOST_ELDERS,
  pairingKinds,
  loadIn,
  withElders,
  type Paired,
} from '../../../../core/care/pairings/rules'
import { instantOf } from '../../../../core/shared/calendar'
import { wakingFrom } from '../../../../core/shared/quiet-hours'

const elder = (n: number, kind: Paired['kind'] = 'one-to-many'): Paired => ({
  memberId: `m-${String(n)}`,
  name: `老${String(n)}`,
  branchId: 'branch',
  kind,
  since: n,
})
const elders = (from: number, to: number, kind?: Paired['kind']) =>
  Array.from({ length: to - from + 1 }, (_, index) => elder(from + index, kind))
const after = (had: readonly Paired[], more: readonly Paired[]) => {
  const next = withElders(had, more)
  if ('refused' in next) throw new Error(next.refused)
  return next
}

describe('how many one helper may have', () => {
  test.each([
    [20, 'no'],
    [21, 'a'],
    [30, 'a'],
  ])('with %i elders there is %s warning (S3 一联多: 20 to 30)', (count, warning) => {
    const load = loadOf(elders(1, count))
    expect([load.count, load.limit, load.warning === undefined ? 'no' : 'a']).toEqual([count, 30, warning])
  })

  test('the 31st elder is refused; one of the thirty asked for again is not', () => {
    expect(withElders(elders(1, 30), [elder(31)])).toEqual({ refused: 'PAIRING_LIMIT' })
    expect(withElders(elders(1, 30), [elder(30)])).toMatchObject({ added: [] })
  })

  test.each([
    ['one-to-one', 1],
    ['household', 10],
    ['guardian', 5],
  ] as const)('of %s there are at most %i', (kind, most) => {
    expect(after([], elders(1, most, kind)).elders).toHaveLength(most)
    expect(withElders(elders(1, most, kind), [elder(99, kind)])).toEqual({ refused: 'PAIRING_LIMIT' })
    expect(loadIn(elders(1, most, kind), kind)).toEqual({ count: most, limit: most })
  })

  test('over all kinds there are thirty too', () => {
    const had = [...elders(1, 25), ...elders(101, 105, 'household')]
    expect(withElders(had, [elder(200, 'guardian')])).toEqual({ refused: 'PAIRING_LIMIT' })
  })
})

test('an elder is on a list once: in another kind they change over', () => {
  const { elders: next, added } = after(elders(1, 3), [elder(2, 'household')])
  expect(next.map(one => `${one.memberId} ${one.kind}`)).toEqual(['m-1 one-to-many', 'm-3 one-to-many', 'm-2 household'])
  expect(added).toHaveLength(1)
})

test('a fixed contact comes before the others, the latest first; the others by how long they are known', () => {
  const helpers = [
    { memberId: 'unit', kind: 'many-to-one' as const, since: 1 },
    { memberId: 'neighbour', kind: 'household' as const, since: 9 },
    { memberId: 'old', kind: 'one-to-many' as const, since: 2 },
    { memberId: 'new', kind: 'one-to-one' as const, since: 5 },
  ]
  expect(inOrder(helpers).map(one => one.memberId)).toEqual(['new', 'old', 'neighbour', 'unit'])
  expect(latest([{ helperId: 'a', since: 3 }, { helperId: 'b', since: 3 }, { helperId: 'c', since: 1 }])?.helperId).toBe('b') // prettier-ignore
})

const aPaired = fc.record({
  memberId: fc.integer({ min: 1, max: 60 }).map(n => `m-${String(n)}`),
  name: fc.constant('老同志'),
  branchId: fc.constant('branch'),
  kind: fc.constantFrom(...pairingKinds),
  since: fc.nat(),
})

test('whatever is asked in whatever order, no list outgrows a limit and no elder is on it twice', () => {
  fc.assert(
    fc.property(fc.array(fc.array(aPaired, { maxLength: 12 }), { maxLength: 20 }), asks => {
      let list: Paired[] = []
      for (const ask of asks) {
        const next = withElders(list, ask)
        if (!('refused' in next)) list = next.elders
      }
      expect(list.length).toBeLessThanOrEqual(MOST_ELDERS)
      expect(new Set(list.map(one => one.memberId)).size).toBe(list.length)
      for (const kind of pairingKinds) expect(list.filter(one => one.kind === kind).length).toBeLessThanOrEqual(mostOf[kind])
    }),
  )
})

test('asking twice is asking once', () => {
  fc.assert(
    fc.property(fc.array(aPaired, { maxLength: 8 }), fc.array(aPaired, { maxLength: 8 }), (had, ask) => {
      const list = withElders([], had)
      const once = 'refused' in list ? list : withElders(list.elders, ask)
      if ('refused' in once) return
      expect(withElders(once.elders, once.added)).toMatchObject({ added: [] })
    }),
  )
})

test('people are told by day; what happens at night waits for eight', () => {
  const at = (time: string, date = '2026-11-21') => instantOf(date, time)
  expect(wakingFrom(at('08:00'))).toBe(at('08:00'))
  expect(wakingFrom(at('19:59'))).toBe(at('19:59'))
  expect(wakingFrom(at('20:00'))).toBe(at('08:00', '2026-11-22'))
  expect(wakingFrom(at('05:00'))).toBe(at('08:00'))
})

describe('what is told', () => {
  const helper = { _id: 'v-1', name: '小李', partner: false }
  const began = (n: number, memberId: string) => ({
    n,
    what: 'began' as const,
    memberId,
    name: memberId,
    kind: 'one-to-many' as const,
    at: 0,
  })

  test('twenty elders paired at once are one message to the helper and one to each elder', () => {
    const news = Array.from({ length: EASY }, (_, index) => began(3, `m-${String(index)}`))
    const notices = noticesOf(helper, news)
    expect(notices.filter(one => one.memberId === 'v-1').map(one => one.telling.title)).toEqual(['请您联系 20 位老同志'])
    expect(notices).toHaveLength(21)
  })

  test('a helper’s death is not told by this, and the dead are told nothing', () => {
    const ended = (cause: string) => ({ ...began(1, 'm-1'), what: 'ended' as const, cause })
    expect(noticesOf(helper, [ended('helper-died')])).toEqual([])
    expect(noticesOf(helper, [ended('died')]).map(one => one.memberId)).toEqual(['v-1'])
  })

  test('a partner unit has no inbox', () => {
    expect(noticesOf({ ...helper, partner: true }, [began(1, 'm-1')]).map(one => one.memberId)).toEqual(['m-1'])
  })
})

test('only 一联多 and 一联一 are fixed contacts', () => {
  expect(pairingKinds.filter(isFixed)).toEqual(['one-to-many', 'one-to-one'])
})
