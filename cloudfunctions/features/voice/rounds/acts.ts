import { judgedNotice, judgeNotice, judgeSoonNotice, proposerNotice, wantedNotice } from '../../../../core/voice/rounds/notices'
import { MOST_ENTRIES, rankOf, spreadOf } from '../../../../core/voice/rounds/rules'
import { instantOf } from '../../../../core/shared/calendar'
import type { Telling } from '../../../../core/shared/notices'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import { goOnWith, RUN_MS, type Done } from '../../../kernel/acts'
import { inGroups } from '../../../kernel/in-groups'
import { eachRow, type Job } from '../../../kernel/jobs'
import { byNumber, byText, pageBy } from '../../../kernel/keyset'
import type { Ports } from '../../../kernel/ports'
import { tell } from '../../../kernel/tell'
import { Members } from '../../people/public'
import { type Suggestion, Suggestions } from '../suggestions/documents'
import { RoundEntries, Rounds, RoundScores, scoreId, type Round, type RoundAct, type RoundEntry, type RoundScore } from './documents'

/** Members, and suggestions with a line for each juror, of one piece. */
const [PIECE, SUGGESTIONS, AT_A_TIME, EACH_RUN] = [500, 100, 10, 20] as const

type Piece = (ports: Ports, round: Round, act: RoundAct) => Promise<Done<Round>>

const sayTo = (ports: Ports, memberIds: readonly string[], telling: Telling) =>
  tell(ports, memberIds, telling, { from: wakingFrom(ports.now) })

const want: Piece = async (ports, round, { after }) => {
  if (ports.now >= (round.gatherUntil ?? round.judgeUntil)) return {}
  const page = await pageBy(ports.store.table(Members), { path: { startsWith: round.path } }, byText('path'), {
    size: PIECE,
    cursor: after,
  })
  await sayTo(ports, page.items.filter(one => one.state === 'active').map(one => one._id), wantedNotice(round)) // prettier-ignore
  return { after: page.cursor ?? undefined }
}

/** May a jury read it? What is private is between a member and their branch. */
const isFit = ({ topic, state }: Suggestion): boolean => topic !== 'private' && state !== 'declined'

const entryOf = ({ newId }: Ports, round: Round, one: Suggestion): RoundEntry => ({
  ...{ _id: `${round._id}:${one._id}`, roundId: round._id, suggestionId: one._id, code: newId() },
  ...{ memberId: one.memberId, name: one.name, branchName: one.branchName, text: one.text, photoFileIds: one.photoFileIds },
  ...(one.voiceFileId === undefined ? {} : { voiceFileId: one.voiceFileId }),
})

/** The line of each juror who has no part in the suggestion. */
const linesOf = (round: Round, { code, memberId }: RoundEntry, { joined }: Pick<Suggestion, 'joined'>): RoundScore[] =>
  round.party
    .filter(one => one !== memberId && !joined.some(each => each.memberId === one))
    .map(jurorId => ({ _id: scoreId(round._id, code, jurorId), roundId: round._id, code, jurorId, score: null, sealed: false }))

const fill: Piece = async (ports, round, { after }) => {
  const { store } = ports
  const until = round.gatherUntil ?? round.createdAt + 1
  const period = { scopes: round.orgId, at: { gte: instantOf(round.from), lt: until } }
  const page = await pageBy(store.table(Suggestions), period, byNumber('at'), { size: SUGGESTIONS, cursor: after })
  const entries = store.table(RoundEntries)
  const room = MOST_ENTRIES - (await entries.count({ roundId: round._id }))
  const fresh = page.items.filter(isFit).slice(0, Math.max(0, room))
  await entries.addAll(fresh.map(one => entryOf(ports, round, one)))
  // What a piece that was cut off had written already keeps the code it has.
  const there = await entries.getMany(fresh.map(one => `${round._id}:${one._id}`))
  const suggestionOf = new Map(fresh.map(one => [one._id, one]))
  await store.table(RoundScores).addAll(there.flatMap(one => linesOf(round, one, suggestionOf.get(one.suggestionId) ?? { joined: [] })))
  const next = room > fresh.length ? (page.cursor ?? undefined) : undefined
  if (next !== undefined) return { after: next }
  const all = await entries.count({ roundId: round._id })
  return { change: row => ({ ...row, state: 'judging', entries: all, version: row.version + 1 }) }
}

const ask: Piece = async (ports, round) => {
  if (ports.now < round.judgeUntil) await sayTo(ports, round.party, judgeNotice(round, round.entries))
  return {}
}

const remind: Piece = async (ports, round) => {
  if (wakingFrom(ports.now) >= round.judgeUntil) return {}
  const left = await ports.store.table(RoundScores).findAll({ roundId: round._id, score: null })
  await sayTo(ports, [...new Set(left.map(one => one.jurorId))].filter(one => round.party.includes(one)), judgeSoonNotice(round)) // prettier-ignore
  return {}
}

/** Seals, then counts; at the end the places. */
const count: Piece = async ({ store }, round) => {
  const [scores, entries] = [store.table(RoundScores), store.table(RoundEntries)]
  await scores.update({ roundId: round._id }, { set: { sealed: true } })
  const [all, rows] = await Promise.all([scores.findAll({ roundId: round._id }), entries.findAll({ roundId: round._id })])
  const results = rows.map(({ code }) => spreadOf(all.flatMap(one => (one.code === code && one.score !== null ? [one.score] : []))))
  const places = rankOf(results.map(one => one?.mean))
  await inGroups(
    rows.map((row, index) => ({ row, result: results[index], place: places[index] ?? rows.length })),
    AT_A_TIME,
    async ({ row, result, place }) => {
      await entries.update({ _id: row._id }, { set: { place, ...(result ? { result } : {}) } })
    },
  )
  return { change: row => ({ ...row, state: 'closed', version: row.version + 1 }) }
}

const tellAll: Piece = async (ports, round) => {
  const rows = await ports.store.table(RoundEntries).findAll({ roundId: round._id })
  const { memberId } = round.createdBy
  await sayTo(ports, [...round.party, ...(memberId === null ? [] : [memberId])], judgedNotice(round, ports.now))
  await inGroups(rows, AT_A_TIME, async row => {
    await sayTo(ports, [row.memberId], proposerNotice(round, row, ports.now))
  })
  return {}
}

const pieces: Readonly<Record<RoundAct['what'], Piece>> = { want, fill, ask, remind, count, tell: tellAll }

/** Goes on with what is due of a round. */
export const goOn = (ports: Ports, seen: Round, until: number): Promise<Round> =>
  goOnWith<RoundAct, Round>(
    ports,
    ports.store.table(Rounds),
    {
      piece: (all, round, act) => pieces[act.what](all, round, act),
      rests: ({ actDue: _lease, ...rest }, due) => (due === undefined ? rest : { ...rest, actDue: due }),
    },
    seen,
    until,
  )

/** Begins judging, reminds jurors and counts where the time has come. */
export const runRounds: Job = async ports => {
  const due = await ports.store.table(Rounds).find({ actDue: { lte: ports.now } }, { order: [['actDue', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'runRounds', async round => {
    await goOn(ports, round, RUN_MS)
  })
}
