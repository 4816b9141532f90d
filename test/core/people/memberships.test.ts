import fc from 'fast-check'
import {
  affiliated,
  began,
  belongedOn,
  ended,
  goneOver,
  left,
  logsMeet,
  moved,
  primaryIn,
  revived,
  superseded,
  type Membership,
} from '../../../core/people/memberships/intervals'

const DAYS = Array.from({ length: 28 }, (_, day) => `2026-11-${String(day + 1).padStart(2, '0')}`)
const BRANCHES = ['a', 'b', 'c']
const anyDay = fc.constantFrom(...DAYS)
const anyBranch = fc.constantFrom(...BRANCHES)

/** What may happen to a person, in any order and on any day, earlier ones too. */
const anyAct = fc.oneof(
  fc.record({ act: fc.constant('move' as const), branch: anyBranch, on: anyDay }),
  fc.record({ act: fc.constant('affiliate' as const), branch: anyBranch, on: anyDay }),
  fc.record({ act: fc.constant('leave' as const), branch: anyBranch, on: anyDay }),
  fc.record({ act: fc.constant('die' as const), branch: anyBranch, on: anyDay }),
  fc.record({ act: fc.constant('merge' as const), branch: anyBranch, on: anyDay }),
  fc.record({ act: fc.constant('undo' as const), branch: anyBranch, on: anyDay }),
)
type Act = typeof anyAct extends fc.Arbitrary<infer A> ? A : never

const isDead = (log: readonly Membership[]) => log.some(one => one.endedBy === 'died')
const after = (log: readonly Membership[], { act, branch, on }: Act): readonly Membership[] => {
  if (act === 'undo') return revived(log)
  if (isDead(log)) return log
  const cause = { on }
  return act === 'move'
    ? moved(log, branch, cause)
    : act === 'affiliate'
      ? affiliated(log, branch, cause)
      : act === 'leave'
        ? left(log, branch, cause)
        : act === 'merge'
          ? goneOver(log, branch, branch === 'c' ? 'a' : 'c', cause)
          : ended(log, cause)
}
const anyLog = fc.tuple(anyBranch, fc.option(anyDay), fc.array(anyAct, { maxLength: 12 })).map(([branch, since, acts]) =>
  acts.reduce<readonly Membership[]>(
    after,
    began(branch, { on: since ?? DAYS[0] ?? '' }).map(one => ({ ...one, since })),
  ),
)

const holds = (one: Membership, on: string) => (one.since ?? '') <= on && (one.until === null || on < one.until)
/** On no day two memberships, and never twice at one branch. */
const isSound = (log: readonly Membership[]) =>
  DAYS.every(day => {
    const then = log.filter(one => holds(one, day))
    return then.filter(one => one.kind === 'primary').length <= 1 && new Set(then.map(one => one.branchId)).size === then.length
  }) && log.filter(one => one.kind === 'primary' && one.until === null).length <= 1

test('whatever happens to a person, and whenever it is said to have been, they are never in two branches by membership, nor twice in one', () => {
  fc.assert(fc.property(anyLog, isSound))
})

test('the living belong to exactly one branch; doing the same again changes nothing', () => {
  fc.assert(
    fc.property(anyLog, anyAct, (log, act) => {
      const once = after(log, act)
      expect(isDead(once) || primaryIn(once) !== undefined).toBe(true)
      expect(after(once, act)).toEqual(once)
    }),
  )
})

test('head-counts add up on every day after any sequence of transfers, affiliations, mergers, deaths and undone deaths of several people', () => {
  fc.assert(
    fc.property(fc.array(anyLog, { maxLength: 6 }), anyDay, (people, day) => {
      const belonging = people.filter(log => log.some(one => one.kind === 'primary' && holds(one, day)))
      const counts = BRANCHES.map(branch => people.filter(log => belongedOn(log, branch, day) === 'primary').length)
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(belonging.length)
    }),
  )
})

test('two records of one person become one log that is sound and loses no day of belonging; what the record that stays says, stays', () => {
  fc.assert(
    fc.property(anyLog, anyLog, anyDay, (mine, other, on) => {
      const both = logsMeet(mine, superseded(other, { on }))
      expect(isSound(both)).toBe(true)
      expect(both).toEqual(expect.arrayContaining([...mine]))
      const lost = DAYS.some(day =>
        BRANCHES.some(
          branch =>
            (belongedOn(both, branch, day) === undefined) !==
            ((belongedOn(mine, branch, day) ?? belongedOn(superseded(other, { on }), branch, day)) === undefined),
        ),
      )
      expect(lost).toBe(false)
    }),
  )
})

test('what happened stays as it was written: a move only gives the former interval its end', () => {
  fc.assert(
    fc.property(anyLog, anyAct, (log, act) => {
      if (act.act === 'undo') return
      const next = after(log, act)
      log.forEach((one, index) => {
        expect(next[index]).toMatchObject({ branchId: one.branchId, kind: one.kind, since: one.since })
        if (one.until !== null) expect(next[index]).toEqual(one)
      })
    }),
  )
})
