import type { elections as contract } from '../../../../core/voice/elections/contract'
import { lacking } from '../../../../core/voice/elections/steps'
import { isKnown } from '../../../../core/voice/elections/strokes'
import { byNumber, pageBy } from '../../../kernel/keyset'
import type { Context, Handlers } from '../use-case'
import { counts, shownPaper, shownResult } from './count'
import { Elections, type Election } from './documents'
import { ballotFor } from './phones'
import { electedOf, latestAt } from './row'

const PAGE = 20

const itemOf = (row: Election) => {
  const { _id, activityId, round, heldOn, state, seats } = row
  return { electionId: _id, activityId, round, heldOn, state, seats, elected: electedOf(row) }
}

/** What the caller may do now, of what their office lets them do. */
const doable = (context: Context<'election.get'>, row: Election) => {
  const { state, result, nextId, seated, reduced } = row
  const over = nextId !== undefined || seated !== undefined
  const stands = {
    prepare: state === 'prepared' && row.round === 1,
    agree: state === 'prepared',
    open: state === 'prepared',
    give: state === 'open',
    count: state === 'open',
    result: state === 'open' || (state === 'counted' && !over),
    void: (state === 'open' || state === 'counted') && !over,
    again: (state === 'void' || (result?.rerun !== undefined && !reduced)) && !over,
    reduce: result?.rerun?.kind === 'further' && !reduced && !over && electedOf(row).length > 0,
    seat: state === 'counted' && !over && (result?.rerun === undefined || reduced === true),
    report: true,
  }
  const may = context.may('prepare', 'agree', 'open', 'give', 'result', 'void', 'again', 'reduce', 'seat', 'report')
  return [...may, ...(counts(context, row) ? (['count'] as const) : [])].filter(verb => stands[verb])
}

export const get: Handlers<Pick<typeof contract, 'election.at' | 'election.list' | 'election.get'>> = {
  async 'election.at'(_input, { store, subject, may }) {
    const row = await latestAt(store, subject._id)
    const held = subject.kind === 'general-meeting' && subject.state === 'published'
    return { electionId: row?._id ?? null, may: held ? may('prepare') : [] }
  },

  async 'election.list'({ orgId, cursor }, { store, may }) {
    const page = await pageBy(store.table(Elections), { branchId: orgId }, byNumber('at', 'desc'), { size: PAGE, cursor })
    return { items: page.items.map(itemOf), cursor: page.cursor, may: may('prepare') }
  },

  async 'election.get'(_input, context) {
    const { subject: row, store, person } = context
    const ballot = await ballotFor(store, row, person._id)
    const { candidates, roll, result, paper, seated, nextId } = row
    return {
      ...itemOf(row),
      ...{ orgId: row.branchId, orgName: row.branchName, title: row.title, base: row.base, numbers: row.numbers },
      candidates: candidates.map(one => ({ ...one, known: isKnown(one.name) })),
      ...{ excused: row.excused, barred: row.barred, agreed: row.agreed, lacking: lacking(row) },
      ...{ watchers: row.watchers, counters: row.counters, scribes: row.scribes },
      roll: roll ? { due: roll.due, present: roll.voterIds.length, hash: roll.hash } : null,
      ...(paper && counts(context, row) ? { paper: shownPaper(paper) } : {}),
      ...(ballot ? { ballot } : {}),
      ...(result ? { result: shownResult(row, result) } : {}),
      ...(nextId === undefined ? {} : { nextId }),
      ...(seated
        ? { seated: { heldOn: seated.heldOn, posts: seated.posts.map(({ memberId, name, post }) => ({ memberId, name, post })) } }
        : {}),
      may: doable(context, row),
    }
  },
}
