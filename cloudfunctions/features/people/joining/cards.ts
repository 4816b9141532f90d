import { randomInt } from 'node:crypto'
import type { joining as contract } from '../../../../core/people/joining/contract'
import { CARD_ALPHABET, CARD_LENGTH, CARDS } from '../../../../core/people/joining/rules'
import type { Store } from '../../../kernel/store'
import { BranchCards } from './documents'
import { Organizations, type Organization } from '../documents'
import type { Context, Handlers } from '../use-case'

const newToken = () => Array.from({ length: CARD_LENGTH }, () => CARD_ALPHABET.charAt(randomInt(CARD_ALPHABET.length))).join('')

/** The branch that a card is of, while the card lives and the branch is open. */
export const branchOfCard = async (store: Store, token: string): Promise<Organization | null> => {
  const [card] = await store.table(BranchCards).find({ token }, { limit: 1 })
  const branch = card ? await store.table(Organizations).get(card._id) : null
  // The card of a branch that went over to another leads to the one in its place.
  const now = branch?.mergedInto === undefined ? branch : await store.table(Organizations).get(branch.mergedInto)
  return now && now.closedAt === undefined ? now : null
}

/** Makes the one living card of a branch, in the place of a former one where it is to be a fresh one. The same command makes one card. */
const cardOf = async ({ store, subject: branch, now, actor, commandId }: Context<'joining.card'>, fresh: boolean) => {
  const cards = store.table(BranchCards)
  const made = { token: newToken(), commandId, at: now, by: actor }
  if (fresh) await cards.update({ _id: branch._id, commandId: { not: commandId } }, { set: made })
  await cards.add({ _id: branch._id, ...made })
  const card = await cards.get(branch._id)
  if (!card) throw new Error('a card that was there is gone')
  return { token: card.token, since: card.at }
}

export const cards: Handlers<Pick<typeof contract, 'joining.card' | 'joining.endCard' | 'joining.open'>> = {
  'joining.card': ({ fresh = false }, context) =>
    context.subject.closedAt === undefined ? cardOf(context, fresh) : Promise.resolve(context.fail('CONFLICT')),
  async 'joining.endCard'(_, { store, subject }) {
    await store.table(BranchCards).remove({ _id: subject._id })
    return {}
  },
  async 'joining.open'({ token }, { store, openid, limit, fail }) {
    await limit(`joining:card:${openid}`, CARDS.max, CARDS.windowMs)
    const branch = await branchOfCard(store, token)
    if (!branch) return fail('BRANCH_CARD_ENDED')
    const { name, venue } = branch
    return { branchName: name, ...(venue?.phone === undefined ? {} : { office: { name: venue.name, phone: venue.phone } }) }
  },
}
