import { createHash, randomInt } from 'node:crypto'
import { askedOf, chooseByClaim, guessOf, isGuess, yearsAround, type Candidate, type Claim } from '../../../../core/people/identity/claims'
import { maskName } from '../../../../core/people/identity/rules'
import { sayStranger } from '../../../../core/people/identity/notices'
import { dateOf } from '../../../../core/shared/calendar'
import { Members, type Member } from '../documents'
import type { Context } from '../use-case'
import { countInAll, isAccountSpent, openToGuesses, proved, takeAbout, takeByAccount } from './guesses'
import { keepersOf } from './keepers'

/** More people than ever shared one phone. */
const SHARERS = 50
/** As many of them as one is shown to choose from. */
const SHOWN = 10

/** The active members with this number as a door. */
export const membersBehind = async ({ store }: Pick<Context<'me.get'>, 'store'>, number: string): Promise<Member[]> =>
  (await store.table(Members).find({ doors: number }, { limit: SHARERS })).filter(one => one.state === 'active')

type Asking = Context<'me.bindByPhone'> | Context<'me.register'>
type Known = Member & Candidate

const known = (openid: string, member: Member): Known => ({
  ...member,
  candidate: createHash('sha256').update(`candidate:${member._id}:${openid}`).digest('hex').slice(0, 16),
  birthYear: member.birthday?.year,
  officer: member.grants.length > 0,
})

/** The six years that a person is asked about: made once, so that they are the same in each look and for each account. */
const yearsOf = async ({ store }: Pick<Asking, 'store'>, { _id, birthYear, doorYears, officer }: Known): Promise<number[]> => {
  if (birthYear === undefined || officer) return []
  if (doorYears?.includes(birthYear)) return doorYears
  const years = yearsAround(birthYear, count => randomInt(count))
  const members = store.table(Members)
  // A year of birth that was put right since then needs other years.
  const unmade = doorYears ? { _id } : { _id, doorYears: { exists: false } }
  if ((await members.update(unmade, { set: { doorYears: years } })) > 0) return years
  return (await members.get(_id))?.doorYears ?? years
}

const askWho = async (context: Asking, candidates: readonly Known[]): Promise<never> => {
  const people = await Promise.all(
    candidates
      .slice(0, SHOWN)
      .map(async one => ({ candidate: one.candidate, name: maskName(one.name), years: await yearsOf(context, one) })),
  )
  return context.fail('PHONE_WHO', { people })
}

/** Their officers hear, once a day, that an account with the number guessed too often. */
const warn = async ({ store, now, tell }: Asking, candidates: readonly Known[]): Promise<void> => {
  for (const one of candidates.slice(0, SHOWN))
    await tell(await keepersOf(store, one), sayStranger({ memberId: one._id, name: one.name, at: now }, dateOf(now)))
}

/**
 * Who of the members with this verified number the caller is. Guesses are counted before they are looked at. Ends with a refusal unless exactly one fits;
 * there is at least one member.
 */
export const identifyByNumber = async (context: Asking, members: readonly Member[], claim: Claim): Promise<Member> => {
  const { openid, fail } = context
  const all = members.map(one => known(openid, one))
  const asked = askedOf(all, claim)
  const guess = guessOf(claim)
  if (all.every(one => one.officer)) return fail('OFFICE_NEEDS_INVITE')
  if (!isGuess(claim)) {
    const open = (await isAccountSpent(context)) ? [] : await openToGuesses(context, all)
    return open.length === 0 ? fail('PHONE_ASK_SECRETARY') : askWho(context, open)
  }
  await countInAll(context)
  const open = (await takeByAccount(context, guess)) ? await takeAbout(context, guess, asked) : []
  const choice = open.length > 0 ? chooseByClaim(open, claim) : null
  if (choice && 'found' in choice) {
    await proved(context, guess, asked)
    return choice.found
  }
  if (choice?.refused === 'OFFICE_NEEDS_INVITE') return fail(choice.refused)
  const left = (await isAccountSpent(context)) ? [] : await openToGuesses(context, all)
  // Too often wrong: only the secretary helps on.
  await warn(
    context,
    asked.filter(one => !left.includes(one)),
  )
  return left.length === 0 ? fail('PHONE_ASK_SECRETARY') : askWho(context, left)
}
