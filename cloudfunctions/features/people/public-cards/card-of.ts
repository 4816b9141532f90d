import { PublicCards, type PublicCard } from './documents'
import type { Context } from '../use-case'

/** Codes that are none, tried by one account in an hour. */
const MISSES = 30

export const AN_HOUR = 60 * 60_000

type Reading = Pick<Context<'publicCard.get'>, 'store' | 'openid' | 'limit'> & { fail: (code: 'NOT_FOUND') => never }

/** The card a code stands for, its content gone where it was withdrawn. A code cannot be guessed; a phone that tries is stopped. */
export const cardOf = async ({ store, openid, limit, fail }: Reading, code: string): Promise<PublicCard> => {
  const [card] = await store.table(PublicCards).find({ codes: code }, { limit: 1 })
  if (!card) {
    await limit(openid, MISSES, AN_HOUR)
    return fail('NOT_FOUND')
  }
  return card.codes.at(-1) === code ? card : { ...card, content: null }
}
