import type { stations as contract } from '../../../../core/service/stations/contract'
import { answeredNotice, wordNotice } from '../../../../core/service/stations/notices'
import { scopesOf } from '../../../../core/shared/scopes'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import { byNumber, pageJoined } from '../../../kernel/keyset'
import { Members } from '../../people/public'
import type { Handlers } from '../use-case'
import { StationWords, type StationWord } from './documents'
import { officersOf } from './officers'

const PAGE = 30
const HOUR = 60 * 60_000
/** More words than a person leaves in an hour. */
const MOST_WORDS = 20

export const words: Handlers<Pick<typeof contract, 'station.word' | 'station.words' | 'station.answer'>> = {
  async 'station.word'({ stationId, text }, context) {
    const { store, subject: station, person, actor, commandId, openid, now, tell, limit, checkText, fail } = context
    await limit(openid, MOST_WORDS, HOUR)
    const table = store.table(StationWords)
    const word: StationWord = {
      ...{ _id: commandId, stationId, stationName: station.name, path: station.path, scopes: scopesOf(station.path) },
      ...{ memberId: person._id, by: actor, text, at: now, answered: false },
    }
    await checkText(text)
    const stands = (await table.add(word)) === 'added' ? word : await table.get(commandId)
    if (stands?.by.openid !== openid) return fail('CONFLICT')
    await tell(await officersOf(store, station), wordNotice(station, stands), { from: wakingFrom(now) })
    return { wordId: commandId }
  },

  async 'station.words'({ orgId, answered, cursor }, { store }) {
    const found = await pageJoined(store, StationWords, { scopes: orgId, answered }, byNumber('at', 'desc'), {
      size: PAGE,
      cursor,
      field: 'memberId',
      from: Members,
    })
    return {
      items: found.items.map(({ _id, stationId, stationName, text, at, answer, joined }) => ({
        ...{ wordId: _id, stationId, stationName, text, at, name: joined[0]?.name ?? '' },
        answered: answer ? { text: answer.text, by: answer.by.name, at: answer.at } : null,
      })),
      cursor: found.cursor,
    }
  },

  async 'station.answer'({ wordId, text }, context) {
    const { store, actor, commandId, now, tell, checkText, fail } = context
    await checkText(text)
    const table = store.table(StationWords)
    const answer = { text, by: actor, at: now, commandId }
    await table.update({ _id: wordId, answered: false }, { set: { answered: true, answer } })
    const word = (await table.get(wordId)) ?? fail('NOT_FOUND')
    if (!word.answer || word.answer.commandId !== commandId) return fail('CONFLICT')
    await tell([word.memberId], answeredNotice(word, word.answer), { from: wakingFrom(now) })
    return {}
  },
}
