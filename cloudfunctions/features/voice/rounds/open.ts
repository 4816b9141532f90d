import type { rounds as contract } from '../../../../core/voice/rounds/contract'
import { roundTimesRight } from '../../../../core/voice/rounds/rules'
import { scopesOf } from '../../../../core/shared/scopes'
import { CALL_MS, LEASE } from '../../../kernel/acts'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { goOn } from './acts'
import { Rounds, type Round, type RoundAct } from './documents'

/** Jurors with something left are reminded so long before the end; of a short round at half. */
const REMIND_BEFORE = 24 * 60 * 60_000

export const open: Handlers<Pick<typeof contract, 'round.open'>> = {
  async 'round.open'(input, context) {
    const { store, subject: org, actor, now, commandId, fail, checkText } = context
    const { orgId, title, words = '', from, gatherUntil, judgeUntil, jurorIds } = input
    const table = store.table(Rounds)
    const [known, people] = await Promise.all([table.get(commandId), store.table(Members).getMany(jurorIds)])
    const jury = jurorIds.flatMap(id => people.find(one => one._id === id && one.state === 'active' && one.path.startsWith(org.path)) ?? [])
    if (!known) {
      if (!roundTimesRight(input, now)) return fail('INVALID_INPUT', { paths: ['judgeUntil'], message: '请选以后的时间，先征集，后评分' })
      if (jury.length !== jurorIds.length || new Set(jurorIds).size !== jurorIds.length)
        return fail('INVALID_INPUT', { paths: ['jurorIds'], message: '评委请选本组织的同志，每人一次' })
      await checkText(title, words)
    }
    const begins = gatherUntil ?? now
    const remindAt = Math.max(judgeUntil - REMIND_BEFORE, begins + Math.floor((judgeUntil - begins) / 2))
    const acts: RoundAct[] = [
      ...(gatherUntil === undefined ? [] : [{ what: 'want' as const, nth: 0, at: now }]),
      { what: 'fill', nth: 0, at: begins },
      { what: 'ask', nth: 0, at: begins },
      { what: 'remind', nth: 0, at: remindAt },
      { what: 'count', nth: 0, at: judgeUntil },
      { what: 'tell', nth: 0, at: judgeUntil },
    ]
    const fresh: Round = {
      ...{ _id: commandId, orgId, orgName: org.name, path: org.path, scopes: scopesOf(org.path), title, words, from, judgeUntil },
      ...(gatherUntil === undefined ? {} : { gatherUntil }),
      ...{ jury: jury.map(({ _id, name }) => ({ memberId: _id, name })), party: jurorIds, state: 'gathering', entries: 0 },
      ...{ acts, actDue: now + LEASE, createdBy: actor, createdAt: now, version: 1 },
    }
    const made = known === null && (await table.add(fresh)) === 'added'
    await goOn(context, made ? fresh : ((await table.get(commandId)) ?? fresh), CALL_MS)
    return { roundId: commandId }
  },
}
