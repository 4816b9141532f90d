import type { rounds as contract } from '../../../../core/voice/rounds/contract'
import type { RoundState } from '../../../../core/voice/rounds/rules'
import type { Instant } from '../../../../core/shared/operation'
import { CALL_MS } from '../../../kernel/acts'
import { byNumber, byText, pageBy } from '../../../kernel/keyset'
import type { Handlers } from '../use-case'
import { goOn } from './acts'
import { RoundEntries, Rounds, RoundScores, scoreId, type Round } from './documents'

const [PAGE, ENTRIES] = [20, 20] as const
const officers = ['secretary', 'street', 'bureau'] as const

/** A round as lists show it. */
const headOf = (round: Round) => ({
  ...{ roundId: round._id, orgId: round.orgId, orgName: round.orgName, title: round.title, state: round.state satisfies RoundState },
  ...{ from: round.from, judgeUntil: round.judgeUntil },
  ...(round.gatherUntil === undefined ? {} : { gatherUntil: round.gatherUntil }),
})

const isOver = ({ state, judgeUntil }: Round, now: Instant): boolean => state !== 'closed' && now >= judgeUntil

export const read: Handlers<Pick<typeof contract, 'round.get' | 'round.list' | 'round.entries'>> = {
  async 'round.get'({ roundId }, context) {
    const { store, subject, person, now, holds, may } = context
    const round = isOver(subject, now) ? await goOn(context, subject, CALL_MS) : subject
    const oversees = holds(officers, round.path)
    const [scores, entries] = await Promise.all([
      // Whether a line is filled, never with what, before the end.
      store.table(RoundScores).findAll(oversees ? { roundId } : { roundId, jurorId: person._id }),
      round.state === 'closed' ? store.table(RoundEntries).findAll({ roundId }) : [],
    ])
    const of = (memberId: string) => scores.filter(one => one.jurorId === memberId)
    const done = (memberId: string) => of(memberId).filter(one => one.score !== null).length
    return {
      ...headOf(round),
      ...{ words: round.words, entries: round.entries },
      jury: round.jury.map(one => ({ ...one, ...(oversees ? { done: done(one.memberId) } : {}) })),
      mine: round.party.includes(person._id) ? { toScore: of(person._id).length, done: done(person._id) } : null,
      chosen: entries.filter(one => one.chosen).length,
      honoured: round.honoured !== undefined,
      may: round.state === 'closed' ? may('choose', 'honour', 'export') : [],
    }
  },

  async 'round.list'({ orgId, cursor }, { store, person, may }) {
    const filter = orgId === undefined ? { party: person._id } : { scopes: orgId }
    const page = await pageBy(store.table(Rounds), filter, byNumber('judgeUntil', 'desc'), { size: PAGE, cursor })
    return { items: page.items.map(headOf), cursor: page.cursor, may: may('open') }
  },

  async 'round.entries'({ roundId, cursor }, { store, subject: round, person }) {
    const closed = round.state === 'closed'
    const table = store.table(RoundEntries)
    const page = closed
      ? await pageBy(table, { roundId }, byNumber('place'), { size: ENTRIES, cursor })
      : await pageBy(table, { roundId }, byText('code'), { size: ENTRIES, cursor })
    const own = await store.table(RoundScores).getMany(page.items.map(one => scoreId(roundId, one.code, person._id)))
    const scoreOf = new Map(own.map(one => [one.code, one.score]))
    return {
      items: page.items.map(one => ({
        ...{ entryId: one.code, text: one.text, photoFileIds: one.photoFileIds },
        ...(one.voiceFileId === undefined ? {} : { voiceFileId: one.voiceFileId }),
        ...(scoreOf.has(one.code) ? { score: scoreOf.get(one.code) ?? null } : {}),
        ...(closed ? { name: one.name, branchName: one.branchName, suggestionId: one.suggestionId } : {}),
        ...(closed && one.place !== undefined ? { place: one.place } : {}),
        ...(closed && one.result ? { result: one.result } : {}),
        ...(closed && one.chosen ? { chosen: one.chosen.words } : {}),
      })),
      cursor: page.cursor,
    }
  },
}
