import type { liaisons as contract } from '../../../../core/people/liaisons/contract'
import { dateOf } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'
import { allot, owedIn, stateOf } from '../../../../core/shared/obligations/owed'
import { periodBefore, periodsOf } from '../../../../core/shared/obligations/periods'
import type { Organization } from '../documents'
import { Members, Organizations } from '../documents'
import { claimFiles } from '../../../kernel/files'
import { regulationsFor } from '../regulations/book'
import type { Context, Handlers } from '../use-case'
import { BranchDuties, type BranchDuty, BranchVisits } from './documents'
import { blankDuty, settleDuty } from './duty'
import { rhythmsOf } from './rhythms'

const DAY = 24 * 60 * 60_000
/** So long ago a visit may be told of. */
const MOST_DAYS = 400

/** The branch and its row. FORBIDDEN where there is none, so that no one learns which there are. */
const branchAt = async (
  { store, now, fail }: Pick<Context<'liaison.visits' | 'liaison.record'>, 'store' | 'now'> & { fail: (code: 'FORBIDDEN') => never },
  branchId: string,
): Promise<{ branch: Organization; duty: BranchDuty }> => {
  const [branch, duty] = await Promise.all([store.table(Organizations).get(branchId), store.table(BranchDuties).get(branchId)])
  if (branch?.kind !== 'branch') return fail('FORBIDDEN')
  return { branch, duty: duty ?? blankDuty(branch, dateOf(now)) }
}

export const visits: Handlers<Pick<typeof contract, 'liaison.visits' | 'liaison.record'>> = {
  async 'liaison.visits'({ branchId, year }, { store, person, now, holds, fail }) {
    const { branch, duty } = await branchAt({ store, now, fail }, branchId)
    const own = duty.memberId === person._id
    if (!own && !holds(['secretary', 'street', 'bureau'], branch.path)) return fail('FORBIDDEN')
    const from = `${String(year - 1)}-01-01`
    const [found, book, liaison] = await Promise.all([
      store.table(BranchVisits).findAll({ branchId, on: { gte: from } }),
      regulationsFor(store, branch.path),
      duty.memberId === undefined ? null : store.table(Members).get(duty.memberId),
    ])
    const { visit: rhythm } = rhythmsOf(book, branch, dateOf(now))
    const periods = periodsOf(rhythm.pace, year)
    const until = branch.closedAt === undefined ? undefined : dateOf(branch.closedAt)
    // A visit early in the year may make good the last period of the year before.
    const earlier = periods[0] === undefined ? [] : [periodBefore(periods[0])]
    const owed = owedIn([...earlier, ...periods], rhythm, { since: duty.since, until, takenOn: duty.takenOn })
    const made = found.filter(one => one.on <= `${String(year + 1)}-12-31`)
    const held = allot(
      made.map(one => one.on),
      owed,
      rhythm.pace,
    )
    const today = dateOf(now)
    const items = periods.flatMap(period => {
      const days = held.get(period) ?? []
      const one = owed.find(each => each.period === period)
      if (!one && days.length === 0) return []
      const here = made.filter(visit => days.includes(visit.on)).sort((a, b) => (a.on < b.on ? -1 : 1))
      return [
        {
          period,
          owed: one?.owed ?? 0,
          held: days.length,
          dueOn: one?.dueOn ?? days.at(-1) ?? today,
          state: one ? stateOf(one, days.length, today) : ('done' as const),
          visits: here.map(({ _id, on, at, by, note, photoFileIds, voiceFileId }) => ({
            ...{ visitId: _id, on, at, by: by.name, note, photoFileIds },
            ...(voiceFileId === undefined ? {} : { voiceFileId }),
          })),
        },
      ]
    })
    const sum = (value: (item: (typeof items)[number]) => number) => items.reduce((total, item) => total + value(item), 0)
    return {
      name: branch.name,
      liaison: liaison && { memberId: liaison._id, name: liaison.name },
      owed: sum(item => item.owed),
      done: sum(item => Math.min(item.held, item.owed)),
      overdue: sum(item => (item.state === 'overdue' ? item.owed - item.held : 0)),
      items,
      mine: own && branch.closedAt === undefined,
    }
  },

  async 'liaison.record'({ branchId, at, note, photoFileIds = [], voiceFileId }, context) {
    const { store, person, actor, now, checkText, fail } = context
    const { branch, duty } = await branchAt({ store, now, fail }, branchId)
    if (duty.memberId !== person._id) return fail('FORBIDDEN')
    if (branch.closedAt !== undefined) return fail('CONFLICT')
    // A clock that is fast by less than a day is taken for now.
    if (at > now + DAY || at < now - MOST_DAYS * DAY) return fail('INVALID_INPUT', { paths: ['at'] })
    const when = Math.min(at, now)
    const _id = `${branchId}:${dateOf(when)}`
    await Promise.all([checkText(note), claimFiles(context, [...photoFileIds, voiceFileId], { purpose: 'branch-visit', about: _id })])
    const table = store.table(BranchVisits)
    const told = { at: when, note, photoFileIds, ...(voiceFileId === undefined ? {} : { voiceFileId }), by: actor, recordedAt: now }
    const fresh = { _id, branchId, on: dateOf(when), ...told, earlier: [] }
    if ((await table.add(fresh)) === 'exists') {
      const before = await table.get(_id)
      const same = before?.note === note && before.voiceFileId === voiceFileId && before.photoFileIds.join() === photoFileIds.join()
      if (before && !same)
        await table.swap(before, { ...fresh, earlier: [...before.earlier, omit(before, '_id', 'branchId', 'on', 'earlier')] })
    }
    await settleDuty(context, branch)
    return {}
  },
}
