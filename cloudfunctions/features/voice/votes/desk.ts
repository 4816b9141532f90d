import type { votes as contract } from '../../../../core/voice/votes/contract'
import { voteKindWords } from '../../../../core/voice/votes/kinds'
import { timesRight } from '../../../../core/voice/votes/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { CALL_MS, LEASE } from '../../../kernel/acts'
import { writeExport } from '../../../kernel/files'
import { byText, pageBy } from '../../../kernel/keyset'
import { Organizations } from '../../people/public'
import { honour } from '../../service/public'
import type { Handlers } from '../use-case'
import { goOn } from './acts'
import { VoteRoll, Votes, type Vote } from './documents'
import { actsOf } from './publish'
import { change, silentOf, stateAt } from './row'

const PAGE = 50
const byId = byText('_id')

const columns = [
  { title: '序号', width: 8 },
  { title: '候选', width: 24 },
  { title: '票数', width: 10 },
  { title: '结果', width: 14 },
] as const

export const desk: Handlers<
  Pick<typeof contract, 'vote.missing' | 'vote.remind' | 'vote.cancel' | 'vote.again' | 'vote.honour' | 'vote.export'>
> = {
  async 'vote.missing'({ voteId, cursor }, { store, subject: vote }) {
    const page = await pageBy(store.table(VoteRoll), { voteId, voted: false }, byId, { size: PAGE, cursor })
    const [silent, branches] = await Promise.all([
      silentOf(store, vote, page.items),
      store.table(Organizations).getMany([...new Set(page.items.map(one => one.branchId))]),
    ])
    const nameOf = new Map(branches.map(one => [one._id, one.name]))
    return {
      items: silent.map(({ memberId, name, branchId }) => ({ memberId, name, branchName: nameOf.get(branchId) ?? '' })),
      cursor: page.cursor,
    }
  },

  async 'vote.remind'(_input, context) {
    const { store, subject, now, fail } = context
    const state = stateAt(subject, now)
    if (state === 'gathering' || state === 'opening') return fail('VOTE_NOT_OPEN')
    if (state !== 'open') return fail('VOTE_CLOSED')
    // The reminder that was to come by itself comes now; a person who had it has no second one.
    const asked = await change(store, subject, row => ({
      ...row,
      acts: row.acts.map(one => (one.what === 'remind' && one.at > now ? { ...one, at: now } : one)),
      actDue: now + LEASE,
    }))
    await goOn(context, asked, CALL_MS)
    return {}
  },

  async 'vote.cancel'({ words }, context) {
    const { store, subject, now, fail, checkText } = context
    await checkText(words)
    const after = await change(store, subject, row => {
      if (row.state === 'cancelled') return row
      if (row.state === 'closed' || now >= row.closesAt) return fail('VOTE_CLOSED')
      return { ...row, state: 'cancelled', cancelled: words, acts: [{ what: 'cancelled', nth: 0, at: now }], actDue: now + LEASE }
    })
    await goOn(context, after, CALL_MS)
    return {}
  },

  async 'vote.again'({ closesAt }, context) {
    const { store, subject: vote, actor, now, fail } = context
    const { result } = vote
    if (!result) return fail('VOTE_OPEN')
    const table = store.table(Votes)
    const _id = `${vote._id}-again`
    const before = await table.get(_id)
    if (!before) {
      if (result.tied.length === 0) return fail('CONFLICT')
      if (!timesRight({ closesAt }, now)) return fail('INVALID_INPUT', { paths: ['closesAt'], message: '请选以后的时间' })
    }
    const { result: _counted, nominateUntil: _until, honoured: _honoured, againId: _again, ...rest } = vote
    const fresh: Vote = {
      ...rest,
      ...{ _id, title: `${vote.title}（再投一次）`.slice(0, 50), seats: result.left, state: 'opening', againOf: vote._id },
      candidates: vote.candidates.filter((one, index) => result.tied.includes(index) && one.out === undefined),
      ...{ closesAt, acts: actsOf({ closesAt }, now), actDue: now + LEASE, createdBy: actor, createdAt: now, version: 1 },
    }
    if (!before) await table.add(fresh)
    await change(store, vote, row => (row.againId === undefined ? { ...row, againId: _id } : row))
    await goOn(context, before ?? (await table.get(_id)) ?? fresh, CALL_MS)
    return { voteId: _id }
  },

  async 'vote.honour'({ voteId, title }, context) {
    const { store, subject: vote, actor: by, now, fail, checkText } = context
    const { result } = vote
    if (!result) return fail('VOTE_OPEN')
    await checkText(title)
    const org = (await store.table(Organizations).get(vote.orgId)) ?? fail('NOT_FOUND')
    const won = result.elected.flatMap(index => vote.candidates[index] ?? [])
    const left: string[] = []
    let honoured = 0
    for (const { memberId, name, candidateId } of won) {
      if (memberId === undefined) continue
      // Of the day on which the vote ended, so that asked for again it is the same honour.
      const on = dateOf(vote.closesAt)
      const grant = {
        _id: `${voteId}-${candidateId}`.slice(0, 64),
        memberId,
        title: title ?? voteKindWords[vote.kind],
        on,
        reason: vote.title,
      }
      const granted = await honour(context, org, grant)
      if (granted === 'CONFLICT') return fail('CONFLICT')
      if (granted === null) left.push(name)
      else honoured++
    }
    await change(store, vote, row => (row.honoured ? row : { ...row, honoured: { at: now, by } }))
    return { honoured, left }
  },

  async 'vote.export'({ voteId }, context) {
    const { subject, now, fail } = context
    const vote = stateAt(subject, now) === 'counting' ? await goOn(context, subject, CALL_MS) : subject
    const { result } = vote
    if (!result) return fail('VOTE_OPEN')
    const { writeWorkbook } = await import('../../../spreadsheets/write')
    const placed = (index: number) =>
      result.elected.includes(index) ? '当选' : result.tied.includes(index) ? `票数相同（剩${String(result.left)}个名额）` : ''
    const rows = vote.candidates
      .map((one, index) => ({ index, line: [String(index + 1), one.name, String(result.votes[index] ?? 0), placed(index)] }))
      .sort((one, other) => (result.votes[other.index] ?? 0) - (result.votes[one.index] ?? 0) || one.index - other.index)
      .map(one => one.line)
    const sums = [['', '名册人数', String(result.invited), ''], ['', '投票人数', String(result.cast), '']] // prettier-ignore
    const content = await writeWorkbook([{ name: '投票结果', columns, rows: [...rows, ...sums] }])
    return writeExport(context, { name: `投票结果-${vote.title}`, about: voteId, content })
  },
}
