import * as fc from 'fast-check'
import { MOST_ENTRIES, type Case } from '../../../../core/help/requests/case'
import { filed, lanesOf, onLane } from '../../../../core/help/requests/filing'
import { lanes, type Lane } from '../../../../core/help/requests/states'
import { riskOf } from '../../../../core/help/requests/promise'
import { advance, nextDue, SILENT_MS } from '../../../../core/help/requests/clocks'
import { accept, askSecond, decline, done, handOver, plan, progress, reassign } from '../../../../core/help/requests/helper-steps'
import { cancel, confirm, hurries, isSame, sayMore } from '../../../../core/help/requests/rules'
import { actsOf, callableBy, partOf, seesWhole, viewerOf } from '../../../../core/help/requests/viewers'
import { stranger } from '../../../../core/shared/reach'
import { doing, helper, ladder, MINUTE, next, NOON, raised, refused } from './support'

const on = ladder()
const liaison = helper('liaison', 'liaison')
const taken = (now = NOON) => next(accept(raised(), liaison, undefined, doing('liaison', now)))
const solved = (now = NOON) => next(done(taken(), 'liaison', { note: '换了垫圈' }, doing('liaison', now)))
const whats = (request: Case) => request.timeline.map(one => one.what)

test('one helper takes it; a repeated tap is the same, all others are told who was faster', () => {
  const request = taken()
  expect(request).toMatchObject({ state: 'accepted', owner: liaison })
  expect(next(accept(request, liaison, undefined, doing('liaison')))).toBe(request)
  expect(accept(request, helper('leader', 'leader'), undefined, doing('leader'))).toEqual({
    refused: 'ALREADY_TAKEN',
    data: { by: { name: 'liaison', role: 'liaison' } },
  })
})

test('declining moves on at once where none of the rung is left, and waits for the others where some are', () => {
  const first = next(decline(raised({}, on), 'liaison', '在外地', on, doing('liaison')))
  expect([first.rung, first.climbAt]).toEqual(['team', NOON + 15 * MINUTE])
  const second = next(decline(first, 'leader', undefined, on, doing('leader')))
  expect(second.rung).toBe('team')
  const third = next(decline(next(decline(second, 'team1', undefined, on, doing('team1'))), 'team2', undefined, on, doing('team2')))
  expect(third.rung).toBe('near')
  expect(next(decline(third, 'liaison', undefined, on, doing('liaison')))).toBe(third)
  expect(refused(decline(third, 'stranger', undefined, on, doing('stranger')))).toBe('REQUEST_NOT_YOURS')
})

test('a helper who gives it back is not asked again; the others of the rung are, else the next rung', () => {
  const both = ladder({ liaison: ['liaison', 'other'] })
  const request = next(handOver(taken(), 'liaison', '要上班', both, doing('liaison')))
  expect(request).toMatchObject({ state: 'waiting', owner: null, rung: 'liaison' })
  expect(request.timeline.at(-1)?.whom).toEqual([helper('other', 'liaison')])
  expect(next(handOver(taken(), 'liaison', '要上班', on, doing('liaison'))).rung).toBe('team')
  expect(refused(handOver(taken(), 'team1', '要上班', on, doing('team1')))).toBe('REQUEST_NOT_YOURS')
})

test('a second helper is asked for, comes, and takes over when the first cannot stay', () => {
  const wanted = next(askSecond(taken(), 'liaison', '要抬冰箱', on, doing('liaison')))
  expect(wanted.asked.filter(one => one.second).map(one => one.memberId)).toEqual(['leader', 'team1', 'team2', 'near1', 'near2'])
  const two = next(accept(wanted, helper('near2', 'volunteer'), undefined, doing('near2')))
  expect([two.owner?.memberId, two.second?.memberId]).toEqual(['liaison', 'near2'])
  expect(refused(accept(two, helper('near1', 'volunteer'), undefined, doing('near1')))).toBe('ALREADY_TAKEN')
  const one = next(handOver(two, 'liaison', '孩子发烧', on, doing('liaison')))
  expect([one.owner?.memberId, one.second, one.state]).toEqual(['near2', null, 'accepted'])
})

test('satisfied closes it with stars; not satisfied reopens it one rung higher with a new promise', () => {
  const closed = next(confirm(solved(), { satisfied: true, stars: 5 }, null, doing('elder')))
  expect(closed).toMatchObject({ state: 'closed', stars: 5 })
  expect(next(confirm(closed, { satisfied: true, stars: 1 }, null, doing('elder')))).toBe(closed)

  const later = NOON + 3 * 60 * MINUTE
  const again = next(confirm(solved(), { satisfied: false, note: '还在滴水' }, on, doing('elder', later)))
  expect(again).toMatchObject({ state: 'waiting', owner: null, rung: 'team', reopened: 1, promisedAt: later })
  expect(again.doneAt).toBeUndefined()
  expect(refused(confirm(taken(), { satisfied: false }, on, doing('elder')))).toBe('REQUEST_NOT_DONE')
  expect(next(confirm(taken(), { satisfied: true }, null, doing('elder')))).toMatchObject({ state: 'closed' })
})

test('a repeat of the same command reopens once', () => {
  const twice = doing('elder')
  const once = next(confirm(solved(), { satisfied: false }, on, twice))
  expect(next(confirm(once, { satisfied: false }, on, twice))).toBe(once)
})

test('the elder adds more at any time while it is open, once for one tap; what is there already adds nothing', () => {
  const twice = doing('elder', NOON + 5 * 60 * MINUTE)
  const more = { text: '水管在厨房', voiceFileId: 'voice-2', photoFileIds: ['photo-1'] }
  const added = next(sayMore(taken(), more, null, twice))
  expect(added.timeline.at(-1)).toMatchObject({ what: 'said-more', ...more })
  expect(next(sayMore(added, more, null, twice))).toBe(added)
  const same = raised({ text: '漏水了' })
  expect(next(sayMore(same, { text: '漏水了' }, null, doing('elder')))).toBe(same)
  expect(refused(sayMore(solved(), more, null, doing('elder')))).toBe('REQUEST_CLOSED')
  expect([added.promiseAt, added.urgency, added.owner?.memberId]).toEqual([taken().promiseAt, 'prompt', 'liaison'])
})

test('words of danger said later make it urgent: its rung is asked again with the short clock; an owner keeps it', () => {
  const quiet = raised({ kind: 'legal', urgency: 'ordinary' })
  expect([hurries(quiet, { text: '我摔倒了' }), hurries(quiet, { text: '不急' })]).toEqual([true, false])
  const at = NOON + 30 * MINUTE
  const hurried = next(sayMore(quiet, { text: '我摔倒了' }, on, doing('elder', at)))
  expect(hurried).toMatchObject({ urgency: 'urgent', rung: 'liaison', promiseAt: at + 60 * MINUTE, climbAt: at + 3 * MINUTE })
  expect(whats(hurried).slice(-2)).toEqual(['said-more', 'asked'])
  const held = next(sayMore(taken(), { text: '触电了' }, on, doing('elder', at)))
  expect(held).toMatchObject({ urgency: 'urgent', state: 'accepted', owner: { memberId: 'liaison' }, promiseAt: at + 60 * MINUTE })
  expect(nextDue(held)).toBe(at)
})

test('three days of silence close it; one second before they do not', () => {
  const request = solved()
  expect(advance(request, on, NOON + SILENT_MS - 1000)).toBe(request)
  const closed = advance(request, on, NOON + SILENT_MS)
  expect([closed.state, whats(closed).at(-1)]).toEqual(['closed', 'closed-silently'])
  expect(nextDue({ ...closed, toldUpTo: 99 })).toBeNull()
})

test('a written plan is the new promise; a broken one stays broken', () => {
  const request = next(plan(taken(), 'liaison', { text: '周三请厂家来换', date: '2026-11-25' }, doing('liaison')))
  expect([request.broken, riskOf(request, NOON)]).toEqual([false, 'fine'])
  const late = next(plan(taken(), 'liaison', { text: '周三来换', date: '2026-11-25' }, doing('liaison', taken().promiseAt)))
  expect([late.broken, riskOf(late, late.promisedAt)]).toEqual([true, 'broken'])
  expect(refused(plan(taken(), 'liaison', { text: '昨天', date: '2026-11-20' }, doing('liaison')))).toBe('PLAN_DATE_WRONG')
})

test('a promise is at risk after half its time without an owner, after three quarters with one, and broken at its instant', () => {
  const { promiseAt } = raised()
  const half = NOON + (promiseAt - NOON) / 2
  const most = NOON + ((promiseAt - NOON) * 3) / 4
  expect([riskOf(raised(), half - 1), riskOf(raised(), half), riskOf(taken(), most - 1), riskOf(taken(), most)]).toEqual([
    'fine',
    'at-risk',
    'fine',
    'at-risk',
  ])
  expect([riskOf(taken(), promiseAt - 1), riskOf(taken(), promiseAt)]).toEqual(['at-risk', 'broken'])
  expect(riskOf(next(done(taken(), 'liaison', {}, doing('liaison', promiseAt))), promiseAt + MINUTE)).toBe('fine')
  expect(riskOf(next(done(taken(), 'liaison', {}, doing('liaison', promiseAt + 1))), promiseAt + MINUTE)).toBe('broken')
})

test('the timer warns once and says once that a promise was broken', () => {
  let request = taken()
  for (let now = NOON; now < request.promiseAt + 120 * MINUTE; now += 10 * MINUTE) request = advance(request, on, now)
  expect(whats(request).filter(one => one === 'at-risk' || one === 'broken')).toEqual(['at-risk', 'broken'])
  expect(lanesOf(request)).toEqual(['running', 'at-risk'])
  // Broken, it stands on a list of its own and no longer among those at risk.
  const { risk, desks } = filed(request, true)
  const stands = (lane: Lane) => {
    const { desks: key, risk: only = risk } = onLane('branch', lane)
    return desks.includes(key) && only === risk
  }
  expect(lanes.filter(stands)).toEqual(['broken', 'running'])
})

test('the elder takes it back; nothing more happens to it', () => {
  const request = next(cancel(raised(), '自己修好了', doing('elder')))
  expect(request.state).toBe('cancelled')
  expect(advance(request, on, NOON + SILENT_MS)).toBe(request)
  expect(refused(accept(request, liaison, undefined, doing('liaison')))).toBe('REQUEST_CLOSED')
  expect(lanesOf(request)).toEqual([])
})

test('an officer gives it to a helper, who owns it', () => {
  const request = next(reassign(raised(), helper('near1', 'volunteer'), '他最近', doing('secretary')))
  expect(request).toMatchObject({ state: 'accepted', owner: { memberId: 'near1' }, climbAt: null })
  expect(filed(request, true).concerned).toEqual(['near1'])
})

test('the same kind within ten minutes is the same request, as long as it is open', () => {
  expect([isSame(raised(), NOON + 10 * MINUTE - 1), isSame(raised(), NOON + 10 * MINUTE), isSame(solved(), NOON + 1)]).toEqual([
    true,
    false,
    false,
  ])
})

test('a timeline stays bounded however much is chatted, and no change of owner is lost', () => {
  let request = taken()
  for (let n = 0; n < 2 * MOST_ENTRIES; n++) request = next(progress(request, 'liaison', { note: `第${String(n)}句` }, doing('liaison')))
  expect(request.timeline.length).toBe(MOST_ENTRIES)
  expect(whats(next(done(request, 'liaison', {}, doing('liaison')))).at(-1)).toBe('done')
})

describe('each viewer sees their part', () => {
  const declined = next(decline(raised({}, on), 'liaison', '腰疼', on, doing('liaison')))
  const request = next(accept(declined, helper('team1', 'team'), undefined, doing('team1')))

  test('the elder sees who comes, not why another helper could not', () => {
    expect(partOf(request, 'elder', 'elder', true).map(one => one.what)).toEqual(['raised', 'asked', 'asked', 'taken'])
    expect(JSON.stringify(partOf(request, 'elder', 'elder', true))).not.toContain('腰疼')
  })
  test('a helper who declined sees that it was taken, and their own words', () => {
    expect(viewerOf(request, 'liaison', { ...stranger, asked: true })).toBe('past')
    expect(partOf(request, 'past', 'liaison', false).map(one => one.what)).toEqual(['raised', 'asked', 'declined', 'taken'])
  })
  test('the desk sees all of it, a stranger nothing', () => {
    expect(partOf(request, 'desk', 'secretary', true)).toHaveLength(request.timeline.length)
    expect(viewerOf(request, 'stranger', stranger)).toBeNull()
  })
  test('elder and helper may ring each other while it lasts; a helper who is out of it may ring no one', () => {
    const ids = (memberId: string) => {
      const standing = { ...stranger, own: memberId === 'elder', holds: memberId === 'team1', asked: true }
      const viewer = viewerOf(request, memberId, standing)
      return viewer ? callableBy(request, viewer, memberId, seesWhole(viewer, standing)).map(one => one.memberId) : []
    }
    expect([ids('elder'), ids('team1'), ids('liaison'), ids('team2')]).toEqual([['team1'], ['elder'], [], []])
    const over = next(confirm(next(done(request, 'team1', {}, doing('team1'))), { satisfied: true }, null, doing('elder')))
    expect(callableBy(over, 'owner', 'team1', false)).toEqual([])
    expect(callableBy(over, 'elder', 'elder', true)).toEqual([])
  })
  test('the buttons are what the viewer may do', () => {
    expect(actsOf(raised({}, on), 'asked', false)).toEqual(['accept', 'decline'])
    expect(actsOf(request, 'owner', false)).toEqual(['progress', 'done', 'handOver', 'askSecond', 'plan'])
    expect(actsOf(request, 'elder', false)).toEqual(['confirm', 'cancel', 'sayMore'])
    expect(actsOf(request, 'past', false)).toEqual([])
    expect(actsOf(raised({}, on), 'desk', true)).toEqual(['accept', 'reassign'])
  })
})

test('numbers of the timeline only grow, whatever happens', () => {
  const acts = fc.array(fc.constantFrom('note', 'handOver', 'done', 'no', 'yes', 'wait'), { maxLength: 30 })
  fc.assert(
    fc.property(acts, all => {
      let request = taken()
      let now = NOON
      for (const act of all) {
        now += 7 * MINUTE
        const who = request.owner?.memberId ?? 'none'
        const by = doing(who, now)
        const step =
          act === 'note' ? progress(request, who, { note: '话' }, by)
          : act === 'handOver' ? handOver(request, who, '有事', on, by)
          : act === 'done' ? done(request, who, {}, by)
          : act === 'wait' ? { next: advance(request, on, now) }
          : confirm(request, { satisfied: act === 'yes' }, on, doing('elder', now)) // prettier-ignore
        if ('next' in step) request = step.next
        const numbers = request.timeline.map(one => one.n)
        expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other))
      }
    }),
  )
})
