import { cancelledNotice, decideNotice, gatherNotice, openNotice, remindNotice, resultNotice } from '../../../../core/voice/votes/notices'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import type { Telling } from '../../../../core/shared/notices'
import { goOnWith, RUN_MS, type Done } from '../../../kernel/acts'
import { eachRow, type Job } from '../../../kernel/jobs'
import { byText, pageBy } from '../../../kernel/keyset'
import type { Ports } from '../../../kernel/ports'
import type { Filter } from '../../../kernel/store'
import { tell } from '../../../kernel/tell'
import { Members, type Member } from '../../people/public'
import { BallotBoxes, type BoxWanted, closeBox, countOf, emptyBox, openBox } from '../ballots/public'
import { Votes, VoteRoll, voterId, type Vote, type VoteAct, type Voter } from './documents'
import { ballotOf, counted, namesOf, silentOf, tallied } from './row'

/** People of one piece: each is some requests, whatever the size of the whole. */
const PIECE = 500
const EACH_RUN = 20
const MINUTE = 60_000

const byPath = byText('path')
const byId = byText('_id')

type Piece = (ports: Ports, vote: Vote, act: VoteAct) => Promise<Done<Vote>>

/** One piece of the members of the organization. */
const membersOf = async ({ store }: Ports, vote: Vote, { after }: VoteAct) => {
  const page = await pageBy(store.table(Members), { path: { startsWith: vote.path } }, byPath, { size: PIECE, cursor: after })
  return { items: page.items.filter(one => one.state === 'active'), after: page.cursor ?? undefined }
}

/** One piece of the roll. */
const rollOf = async ({ store }: Ports, voteId: string, { after }: VoteAct, more: Filter<Voter> = {}) => {
  const page = await pageBy(store.table(VoteRoll), { voteId, ...more }, byId, { size: PIECE, cursor: after })
  return { items: page.items, after: page.cursor ?? undefined }
}

/** No phone rings at night for what can wait. */
const sayTo = (ports: Ports, people: readonly { memberId: string }[], telling: Telling) =>
  tell(ports, people.map(one => one.memberId), telling, { from: wakingFrom(ports.now) }) // prettier-ignore
const publisherOf = ({ createdBy: { memberId } }: Vote) => (memberId === null ? [] : [{ memberId }])
const asPeople = (members: readonly Member[]) => members.map(one => ({ memberId: one._id }))

const gather: Piece = async (ports, vote, act) => {
  if (ports.now >= (vote.nominateUntil ?? vote.closesAt)) return {}
  const { items, after } = await membersOf(ports, vote, act)
  await sayTo(ports, asPeople(items), gatherNotice(vote))
  return { after }
}

/** Nothing comes onto the list from here on. Without a name on it there is no vote. */
const freeze: Piece = async (ports, vote) => {
  const candidates = ballotOf(vote)
  const version = vote.version + 1
  if (candidates.length > 0) return { change: row => ({ ...row, state: 'opening', candidates, version }) }
  const cancelled = '到推荐截止，名单上没有人选。'
  await sayTo(ports, publisherOf(vote), cancelledNotice(vote, cancelled, ports.now))
  return { change: row => ({ ...row, state: 'cancelled', cancelled, acts: [], version }) }
}

const lineOf = (voteId: string, { _id: memberId, name, branchId }: Pick<Member, '_id' | 'name' | 'branchId'>): Voter => ({
  ...{ _id: voterId(voteId, memberId), voteId, memberId, name, branchId },
  ...{ choices: null, voted: false, commands: [], sealed: false },
})

/** The box of a secret vote: one question, whose options are the candidates. */
const boxOf = ({ _id, orgId, path, candidates, seats, closesAt }: Vote, party: string[] | undefined): BoxWanted => ({
  ...{ _id, kind: 'vote', orgId, path, closesAt, questions: [{ kind: 'choice', options: candidates.length, most: seats }] },
  ...(party === undefined ? {} : { party }),
})

/** Who may vote: the members of now, or where a tie is broken those of the vote before. Complete, it opens the vote. */
const roll: Piece = async (ports, vote, act) => {
  const { store } = ports
  const members = vote.againOf === undefined ? await membersOf(ports, vote, act) : null
  const before = vote.againOf === undefined ? null : await rollOf(ports, vote.againOf, act)
  const lines = [
    ...(members?.items ?? []).map(one => lineOf(vote._id, one)),
    ...(before?.items ?? []).filter(one => one.gone === undefined).map(one => lineOf(vote._id, { ...one, _id: one.memberId })),
  ]
  await store.table(VoteRoll).addAll(lines)
  const after = members?.after ?? before?.after
  if (after !== undefined) return { after }
  // One piece is the whole roll: its people are named on the box, so that the one who moves on has a ticket all the same.
  if (vote.secret) await openBox(ports, boxOf(vote, act.after === undefined ? lines.map(one => one.memberId) : undefined))
  return { change: row => ({ ...row, state: 'open', version: row.version + 1 }) }
}

const announce: Piece = async (ports, vote, act) => {
  if (ports.now >= vote.closesAt) return {}
  const { items, after } = await rollOf(ports, vote._id, act)
  await sayTo(ports, items.filter(one => one.gone === undefined), openNotice(vote)) // prettier-ignore
  return { after }
}

const remind: Piece = async (ports, vote, act) => {
  if (wakingFrom(ports.now) >= vote.closesAt) return {}
  const { items, after } = await rollOf(ports, vote._id, act, { voted: false })
  await sayTo(ports, await silentOf(ports.store, vote, items), remindNotice(vote)) // prettier-ignore
  return { after }
}

/** The count of a secret vote is what its box says; while another call closes it, it is looked at a minute later. */
const countBox = async (ports: Ports, vote: Vote): Promise<Done<Vote>> => {
  const { store, now } = ports
  const [box, invited] = await Promise.all([closeBox(ports, vote._id), store.table(VoteRoll).count({ voteId: vote._id })])
  const said = box.state === 'closed' ? await countOf(store, box) : null
  if (!said)
    return {
      after: 'waits',
      change: row => ({
        ...row,
        acts: row.acts.map(one => (one.what === 'count' || one.what === 'result' ? { ...one, at: now + MINUTE } : one)),
      }),
    }
  return { change: row => counted(row, { votes: said.questions[0]?.counts ?? [], cast: said.answers, invited }) }
}

/** Seals a piece of the roll, then counts it as it stands: what came before the seal is counted, what comes after it is refused. */
const count: Piece = async (ports, vote, act) => {
  if (vote.secret) return countBox(ports, vote)
  const table = ports.store.table(VoteRoll)
  const { items, after } = await rollOf(ports, vote._id, act)
  const ids = items.map(one => one._id)
  if (ids.length > 0) await table.update({ _id: { in: ids } }, { set: { sealed: true } })
  const tally = tallied(vote, act.after === undefined ? undefined : vote.tally, await table.getMany(ids))
  return after === undefined ? { change: row => counted(row, tally) } : { after, change: row => ({ ...row, tally }) }
}

const result: Piece = async (ports, vote, act) => {
  const { result: said } = vote
  if (!said) return {}
  if (vote.secret && act.after === undefined) await emptyBox(ports.store, vote)
  const { items, after } = await rollOf(ports, vote._id, act)
  if (act.after === undefined)
    await sayTo(ports, publisherOf(vote), decideNotice(vote, { tied: namesOf(vote, said.tied), left: said.left }, ports.now))
  await sayTo(ports, items.filter(one => one.gone === undefined), resultNotice(vote, namesOf(vote, said.elected), ports.now)) // prettier-ignore
  return { after }
}

const cancelled: Piece = async (ports, vote, act) => {
  if (vote.secret && act.after === undefined && (await ports.store.table(BallotBoxes).get(vote._id))) {
    await closeBox(ports, vote._id)
    await emptyBox(ports.store, vote)
  }
  const { items, after } = await membersOf(ports, vote, act)
  await sayTo(ports, asPeople(items), cancelledNotice(vote, vote.cancelled ?? '', ports.now))
  return { after }
}

const pieces: Readonly<Record<VoteAct['what'], Piece>> = { gather, freeze, roll, announce, remind, count, result, cancelled }

/** Goes on with what is due of a vote. */
export const goOn = (ports: Ports, seen: Vote, until: number): Promise<Vote> =>
  goOnWith<VoteAct, Vote>(
    ports,
    ports.store.table(Votes),
    {
      piece: (all, vote, act) => pieces[act.what](all, vote, act),
      rests: ({ actDue: _lease, ...rest }, due) => (due === undefined ? rest : { ...rest, actDue: due }),
    },
    seen,
    until,
  )

/** Opens, reminds of and counts votes whose time has come. */
export const runVotes: Job = async ports => {
  const due = await ports.store.table(Votes).find({ actDue: { lte: ports.now } }, { order: [['actDue', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'runVotes', async vote => {
    await goOn(ports, vote, RUN_MS)
  })
}
