import type { votes as contract } from '../../../../core/voice/votes/contract'
import { CALL_MS } from '../../../kernel/acts'
import { byNumber, pageBy, pageOver } from '../../../kernel/keyset'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Handlers } from '../use-case'
import { BallotBoxes, BallotTickets, ticketId } from '../ballots/public'
import { goOn } from './acts'
import { VoteRoll, voterId, Votes } from './documents'
import { stateAt } from './row'
import { candidateFor, headOf } from './shown'

const PAGE = 20
const latest = byNumber('closesAt', 'desc')

export const get: Handlers<Pick<typeof contract, 'vote.get' | 'vote.list' | 'vote.result'>> = {
  async 'vote.get'({ voteId }, { store, subject: vote, person, now, may }) {
    const [line, box, ticket] = await Promise.all([
      store.table(VoteRoll).get(voterId(voteId, person._id)),
      vote.secret ? store.table(BallotBoxes).get(voteId) : null,
      vote.secret ? store.table(BallotTickets).get(ticketId(voteId, person._id)) : null,
    ])
    const state = stateAt(vote, now)
    const tied = (vote.result?.tied.length ?? 0) > 0
    return {
      ...headOf(vote, now),
      ...{ words: vote.words, seats: vote.seats, secondsNeeded: vote.secondsNeeded },
      candidates: vote.candidates.map(one => candidateFor(one, vote, person._id)),
      mine: { onRoll: line !== null, voted: line?.voted === true || ticket !== null, choices: line?.choices ?? null },
      ...(box ? { publicKey: box.publicKey } : {}),
      ...(vote.cancelled === undefined ? {} : { cancelled: vote.cancelled }),
      ...(vote.againOf === undefined ? {} : { againOf: vote.againOf }),
      ...(vote.againId === undefined ? {} : { againId: vote.againId }),
      honoured: vote.honoured !== undefined,
      may: [
        ...(state === 'gathering' ? may('strike') : []),
        ...(state === 'open' ? may('missing', 'remind') : []),
        ...(state === 'gathering' || state === 'opening' || state === 'open' ? may('cancel') : []),
        ...(state === 'closed' && tied && vote.againId === undefined ? may('again') : []),
        ...(state === 'closed' ? may('honour', 'export') : []),
      ],
    }
  },

  async 'vote.list'({ orgId, cursor }, { store, person, now, may }) {
    const table = store.table(Votes)
    const page =
      orgId === undefined
        ? await pageOver(
            table,
            [
              { orgId: { in: [...new Set([person.path, ...person.affiliates.map(one => one.path)].flatMap(scopesOf))] } },
              { hostIds: person._id },
            ],
            latest,
            { size: PAGE, cursor },
          )
        : await pageBy(table, { scopes: orgId }, latest, { size: PAGE, cursor })
    const [lines, tickets] = await Promise.all([
      store.table(VoteRoll).getMany(page.items.map(one => voterId(one._id, person._id))),
      store.table(BallotTickets).getMany(page.items.flatMap(one => (one.secret ? [ticketId(one._id, person._id)] : []))),
    ])
    const withTicket = new Set(tickets.map(one => one.boxId))
    const lineOf = new Map(lines.map(one => [one.voteId, one]))
    return {
      items: page.items.map(vote => {
        const line = lineOf.get(vote._id)
        const photoFileId = vote.candidates.flatMap(one => (one.out === undefined ? one.photoFileIds : []))[0]
        return {
          ...headOf(vote, now),
          ...{ onRoll: line !== undefined, voted: line?.voted === true || withTicket.has(vote._id) },
          ...(photoFileId === undefined ? {} : { photoFileId }),
        }
      }),
      cursor: page.cursor,
      may: may('publish'),
    }
  },

  async 'vote.result'(_input, context) {
    const { subject, now, fail } = context
    const vote = stateAt(subject, now) === 'counting' ? await goOn(context, subject, CALL_MS) : subject
    const { result } = vote
    if (!result) return fail('VOTE_OPEN')
    return {
      ...{ invited: result.invited, cast: result.cast, seats: vote.seats },
      candidates: vote.candidates.map(({ candidateId, name, photoFileIds }, index) => ({
        ...{ index, candidateId, name, photoFileIds, votes: result.votes[index] ?? 0 },
        place: result.elected.includes(index) ? ('elected' as const) : result.tied.includes(index) ? ('tied' as const) : ('none' as const),
      })),
      ...{ elected: result.elected, tied: result.tied, left: result.left },
    }
  },
}
