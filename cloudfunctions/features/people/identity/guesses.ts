import { dateOf } from '../../../../core/shared/calendar'
import { sayAttack } from '../../../../core/people/identity/notices'
import { ACCOUNT_GUESSES, ALL_GUESSES, GUESSES, PERSON_GUESSES, SLOW_GUESSES } from '../../../../core/people/identity/rules'
import { giveBack, giveGuess, isSpent, isTaken, takeFrom, takeGuess } from '../../../kernel/limits'
import { tell } from '../../../kernel/tell'
import type { Context } from '../use-case'
import { bureauOfficers } from './keepers'

type Guessing = Pick<
  Context<'me.get'>,
  'store' | 'now' | 'openid' | 'people' | 'wechat' | 'files' | 'house' | 'environment' | 'elapsed' | 'newId'
>

const ALL = 'guess:all'
const SLOW = 'guess:slow'

/** Counts one guess among those of all accounts, before anything is looked at. Over the limit, accounts not yet bound wait (RATE_LIMITED). */
export const countInAll = async (context: Guessing): Promise<void> => {
  const { store, now, people } = context
  if (await isTaken(context, ALL, ALL_GUESSES.max, ALL_GUESSES.windowMs)) return
  await tell(context, await bureauOfficers(store), sayAttack(now, dateOf(now)))
  if (people.length === 0) await takeFrom(context, SLOW, SLOW_GUESSES.max, SLOW_GUESSES.windowMs)
}

/** A guess that proved right is none against all. */
export const provedInAll = (context: Guessing): Promise<void> => giveBack(context, ALL, ALL_GUESSES.windowMs)

/** Counts a code that an account tries: an invitation, a number of which WeChat is asked, or the code of a first officer. */
export const takeCode = (context: Guessing, what: 'invite' | 'number' | 'setup', code: string): Promise<boolean> =>
  takeGuess(context, `guess:${what}:${context.openid}`, code, GUESSES)

const accountKey = ({ openid }: Guessing) => `guess:account:${openid}`
const personKey = (memberId: string) => `guess:person:${memberId}`

/** Counts a guess of who has a number, by this account; answers whether it may be looked at. */
export const takeByAccount = (context: Guessing, guess: string): Promise<boolean> =>
  takeGuess(context, accountKey(context), guess, ACCOUNT_GUESSES)

/** Counts it about each of the persons; answers about which of them it may be looked at. */
export const takeAbout = async <P extends { _id: string }>(context: Guessing, guess: string, persons: readonly P[]): Promise<P[]> => {
  const within = await Promise.all(persons.map(one => takeGuess(context, personKey(one._id), guess, PERSON_GUESSES)))
  return persons.filter((_, index) => within[index] === true)
}

/** A right guess is given back everywhere. */
export const proved = async (context: Guessing, guess: string, persons: readonly { _id: string }[]): Promise<void> => {
  await Promise.all([
    provedInAll(context),
    giveGuess(context, accountKey(context), guess, ACCOUNT_GUESSES),
    ...persons.map(one => giveGuess(context, personKey(one._id), guess, PERSON_GUESSES)),
  ])
}

/** Has the account guessed too often of who has a number? */
export const isAccountSpent = (context: Guessing): Promise<boolean> =>
  isSpent(context, accountKey(context), ACCOUNT_GUESSES.max, ACCOUNT_GUESSES.windowMs)

/** Those of them about which it may still be guessed. */
export const openToGuesses = async <P extends { _id: string }>(context: Guessing, persons: readonly P[]): Promise<P[]> => {
  const spent = await Promise.all(persons.map(one => isSpent(context, personKey(one._id), PERSON_GUESSES.max, PERSON_GUESSES.windowMs)))
  return persons.filter((_, index) => spent[index] !== true)
}
