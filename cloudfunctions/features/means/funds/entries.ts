import type { funds as contract } from '../../../../core/means/funds/contract'
import { kindTable } from '../../../../core/means/funds/kinds'
import { type Entry, reversalOf } from '../../../../core/means/funds/ledger'
import { proposedNotice } from '../../../../core/means/funds/notices'
import { monthOfDate } from '../../../../core/means/dues/rules'
import { addMonths, dateOf } from '../../../../core/shared/calendar'
import { claimFiles } from '../../../kernel/files'
import type { Store } from '../../../kernel/store'
import { changeRow } from '../../../kernel/settle'
import { Activities } from '../../life/public'
import { keepersOf, Members, regulationsFor } from '../../people/public'
import type { Handlers } from '../use-case'
import { append, balanced, isClosed, monthId, monthsOf } from './book'
import { FundBooks, FundClaims, type FundMonth, FundMonths, FundProposals } from './documents'
import { markFunds } from './marks'

const YUAN = 100
/** How far back an entry may be dated, in months. */
export const MOST_BACK = 36

export const entries: Handlers<Pick<typeof contract, 'fund.entry' | 'fund.reverse' | 'fund.approve' | 'fund.decline'>> = {
  async 'fund.entry'(input, context) {
    const { orgId, kind, fen, on, line, words, fileIds = [], discussion, partner, people = [] } = input
    const { store, subject: org, actor, commandId, now, fail, tell, checkText } = context
    const today = dateOf(now)
    if (on > today) return fail('INVALID_INPUT', { paths: ['on'], message: '日子不能在今天以后' })
    if (on < addMonths(today, -MOST_BACK)) return fail('INVALID_INPUT', { paths: ['on'], message: '太早的账，请查纸质账本' })
    if (people.length > 0 && people.reduce((sum, one) => sum + one.fen, 0) !== fen)
      return fail('INVALID_INPUT', { paths: ['people'], message: '每个人的数目加起来，要等于这一笔的数目' })
    const months = store.table(FundMonths)
    const named = people.flatMap(one => (one.memberId === undefined ? [] : [one.memberId]))
    const [book, seen, rules, proposal, meeting, known] = await Promise.all([
      store.table(FundBooks).get(orgId),
      months.get(monthId(orgId, monthOfDate(on))),
      regulationsFor(store, org.path),
      store.table(FundProposals).get(commandId),
      discussion?.activityId === undefined ? null : store.table(Activities).get(discussion.activityId),
      named.length === 0 ? [] : store.table(Members).getMany(named),
      checkText(line, words, partner, discussion?.words, ...people.map(one => one.what)),
    ])
    if (proposal) return { entryId: commandId, state: 'proposed' }
    if (seen?.entries.some(one => one._id === commandId)) return { entryId: commandId, state: 'booked' }
    if (isClosed(book, on)) return fail('FUND_CLOSED')
    if (discussion?.activityId !== undefined && !meeting?.path.startsWith(org.path)) return fail('NOT_FOUND')
    if (named.some(id => !known.some(one => one._id === id && one.path.startsWith(org.path)))) return fail('NOT_FOUND')
    const out = kindTable[kind].way === 'out'
    const from = (key: 'funds.two-persons-yuan' | 'funds.discussion-yuan') => rules.number(key, { on }) * YUAN
    const talked = from('funds.discussion-yuan')
    if (out && talked > 0 && fen >= talked && discussion === undefined)
      return fail('INVALID_INPUT', { paths: ['discussion'], message: '这么大的支出要附集体讨论的记录' })
    await claimFiles(context, fileIds, { purpose: 'fund', about: orgId })
    const entry = balanced({
      ...{ _id: commandId, kind, fen, on, line, words, fileIds, at: now },
      by: { memberId: actor.memberId, name: actor.name },
      ...(discussion === undefined
        ? {}
        : {
            discussion: {
              ...(discussion.activityId === undefined ? {} : { activityId: discussion.activityId }),
              ...(discussion.on === undefined ? {} : { on: discussion.on }),
              ...(discussion.words === undefined ? {} : { words: discussion.words }),
            },
          }),
      ...(partner === undefined ? {} : { partner }),
      ...(people.length === 0 ? {} : { people }),
    })
    const two = from('funds.two-persons-yuan')
    if (out && two > 0 && fen >= two) {
      await store.table(FundProposals).add({ _id: commandId, orgId, path: org.path, entry, state: 'proposed', at: now })
      const others = (await keepersOf(store, { _id: '', path: org.path })).filter(id => id !== actor.memberId)
      await tell(others, proposedNotice(entry, org, now))
      return { entryId: commandId, state: 'proposed' }
    }
    const [booked] = await Promise.all([append(store, org, entry, seen), markFunds(context, orgId, [on])])
    return booked === 'closed' ? fail('FUND_CLOSED') : { entryId: commandId, state: 'booked' }
  },

  async 'fund.approve'({ orgId, entryId }, context) {
    const { store, subject: org, actor, now, fail } = context
    const proposals = store.table(FundProposals)
    const [found, book] = await Promise.all([proposals.get(entryId), store.table(FundBooks).get(orgId)])
    if (found?.orgId !== orgId) return fail('NOT_FOUND')
    if (found.state === 'declined') return fail('CONFLICT')
    if (found.entry.by.memberId === actor.memberId && found.state === 'proposed') return fail('FUND_SECOND_PERSON')
    if (isClosed(book, found.entry.on) && found.state === 'proposed') return fail('FUND_CLOSED')
    const approvedBy = { memberId: actor.memberId, name: actor.name }
    // Who agreed first did; sent again, it goes on with the booking.
    const agree = { set: { state: 'approved' as const, due: now, 'entry.approvedBy': approvedBy } }
    const [first, seen] = await Promise.all([
      proposals.update({ _id: entryId, state: 'proposed' }, agree),
      store.table(FundMonths).get(monthId(orgId, monthOfDate(found.entry.on))),
    ])
    const agreed =
      first > 0 ? { state: 'approved', entry: { ...found.entry, approvedBy } } : ((await proposals.get(entryId)) ?? fail('NOT_FOUND'))
    if (agreed.state !== 'approved') return fail('CONFLICT')
    const [booked] = await Promise.all([append(store, org, agreed.entry, seen), markFunds(context, orgId, [agreed.entry.on])])
    if (booked === 'closed') return fail('FUND_CLOSED')
    await proposals.update({ _id: entryId }, { unset: ['due'] })
    return {}
  },

  async 'fund.decline'({ orgId, entryId, reason }, { store, fail, checkText }) {
    await checkText(reason)
    const proposals = store.table(FundProposals)
    if ((await proposals.update({ _id: entryId, orgId, state: 'proposed' }, { set: { state: 'declined', reason } })) > 0) return {}
    const found = await proposals.get(entryId)
    if (found?.orgId !== orgId) return fail('NOT_FOUND')
    return found.state === 'declined' ? {} : fail('CONFLICT')
  },

  async 'fund.reverse'({ orgId, entryId, reason }, context) {
    const { store, subject: org, actor, now, fail, checkText } = context
    const on = dateOf(now)
    const [months, book] = await Promise.all([monthsOf(store, orgId), store.table(FundBooks).get(orgId), checkText(reason)])
    const home = months.find(one => one.entries.some(each => each._id === entryId))
    const entry = home?.entries.find(one => one._id === entryId)
    if (!home || !entry) return fail('NOT_FOUND')
    if (entry.reverses !== undefined) return fail('INVALID_INPUT', { paths: ['entryId'], message: '这一笔本身就是冲销' })
    const _id = `${entryId}-r`
    const noted = { store, entry, by: _id }
    if (months.some(one => one.entries.some(each => each._id === _id))) {
      await Promise.all([noteReversed(noted, home), freeKey(noted, orgId)])
      return { entryId: _id }
    }
    if (isClosed(book, on)) return fail('FUND_CLOSED')
    const reversal = reversalOf(entry, { _id, on, at: now, by: { memberId: actor.memberId, name: actor.name }, reason })
    const seen = months.find(one => one.month === monthOfDate(on)) ?? null
    if ((await append(store, org, reversal, seen)) === 'closed') return fail('FUND_CLOSED')
    await Promise.all([noteReversed(noted, home), freeKey(noted, orgId), markFunds(context, orgId, [on])])
    return { entryId: _id }
  },
}

interface Reversed {
  store: Store
  entry: Entry
  /** The entry that takes it back. */
  by: string
}

/** Notes with an entry that it was taken back. Safe to repeat. */
const noteReversed = ({ store, entry, by }: Reversed, home: FundMonth): Promise<unknown> =>
  changeRow(store.table(FundMonths), home, row =>
    row.entries.some(one => one._id === entry._id && one.reversedBy === undefined)
      ? { ...row, entries: row.entries.map(one => (one._id === entry._id ? { ...one, reversedBy: by } : one)) }
      : row,
  )

/** Notes it with the key that it was booked by: one that was taken back makes room for another. Safe to repeat. */
const freeKey = async ({ store, entry, by }: Reversed, orgId: string): Promise<void> => {
  if (entry.key === undefined) return
  await store.table(FundClaims).update({ _id: `${orgId}:${entry.key}`, 'entry._id': entry._id }, { set: { 'entry.reversedBy': by } })
}

/** What an entry should have and lacks. */
export const lacksOf = ({ kind, fen, fileIds, discussion }: Entry): ('receipt' | 'discussion')[] =>
  kindTable[kind].way === 'out' && fen > 0
    ? [...(fileIds.length === 0 ? (['receipt'] as const) : []), ...(discussion === undefined ? (['discussion'] as const) : [])]
    : []
