import { Members, Organizations, PublicCards } from '../documents'
import { publicCards as contract } from '../../../../core/people/public-cards/contract'
import { maskPhone } from '../../../../core/people/roster/phones'
import type { PublicCard, Member } from '../documents'
import { settle } from '../../../kernel/settle'
import { withdrawPublicCard } from './withdraw'
import type { Context, Handlers } from '../use-case'

/** Codes that are none, and numbers, of one account in an hour. */
const MISSES = 30
const NUMBERS = 20
const HOUR = 60 * 60_000
/** Old links that still say that the card was withdrawn. */
const MOST_CODES = 50
/** A phone sends a command again for minutes, not after so many others. */
const MOST_COMMANDS = 20

type Acting = Pick<Context<'publicCard.mine'>, 'people' | 'account'> & { fail: (code: 'FORBIDDEN') => never }

/** Before the first. */
const none = { commands: [], codes: [], version: 0 }

/** Oneself: what an elder shows to everybody is not for a helper to say. */
const self = ({ people, account, fail }: Acting): Member => people.find(one => one._id === account?.memberId) ?? fail('FORBIDDEN')

type Reading = Pick<Context<'publicCard.get'>, 'store' | 'openid' | 'limit'> & { fail: (code: 'NOT_FOUND') => never }

/** The card a code stands for, its content gone where it was withdrawn. A code cannot be guessed; a phone that tries is stopped. */
const cardOf = async ({ store, openid, limit, fail }: Reading, code: string): Promise<PublicCard> => {
  const [card] = await store.table(PublicCards).find({ codes: code }, { limit: 1 })
  if (!card) {
    await limit(openid, MISSES, HOUR)
    return fail('NOT_FOUND')
  }
  return card.codes.at(-1) === code ? card : { ...card, content: null }
}

export const handlers: Handlers<typeof contract> = {
  async 'publicCard.mine'(_, context) {
    const { store } = context
    const me = self(context)
    const [card, branch] = await Promise.all([store.table(PublicCards).get(me._id), store.table(Organizations).get(me.branchId)])
    const code = card?.codes.at(-1)
    const [phone] = me.phones
    return {
      card: card?.content && code !== undefined ? { ...card.content, code } : null,
      name: me.name,
      branchName: branch?.name ?? '',
      ...(phone === undefined ? {} : { maskedPhone: maskPhone(phone) }),
    }
  },

  async 'publicCard.publish'(input, context) {
    const { store, now, newId, commandId, checkText, audit, fail } = context
    const me = self(context)
    if (input.helps.length === 0 && input.words === '') return fail('INVALID_INPUT', { paths: ['helps', 'words'] })
    if (input.reach === 'phone' && me.phones.length === 0)
      return fail('PHONE_INVALID', { field: 'reach', index: 0, message: '名册里没有您的电话' })
    await checkText(input.name, input.words)
    const table = store.table(PublicCards)
    const branch = await store.table(Organizations).get(me.branchId)
    const content = { ...input, branchName: branch?.name ?? '' }
    const code = await settle(async () => {
      const card = await table.get(me._id)
      const { commands, codes: had, version }: Pick<PublicCard, 'commands' | 'codes' | 'version'> = card ?? none
      // A late retry: of what stands, or of what was withdrawn meanwhile.
      if (commands.includes(commandId)) return card?.content ? had.at(-1) : fail('CONFLICT')
      // A card that was withdrawn comes back under a new code: a reader with an old link is not shown what was taken back.
      const fresh = newId()
      const codes = card?.content ? had : [...had.slice(1 - MOST_CODES), fresh]
      const next = { codes, content, changedAt: now, commands: [...commands.slice(1 - MOST_COMMANDS), commandId], version: version + 1 }
      const written = card
        ? (await table.update({ _id: me._id, version }, { set: next })) > 0
        : (await table.add({ _id: me._id, ...next })) === 'added'
      return written ? (codes.at(-1) ?? fresh) : undefined
    })
    audit(me._id, 'public-card.published')
    return { code }
  },

  async 'publicCard.withdraw'(_, context) {
    const me = self(context)
    if (await withdrawPublicCard(context, me._id)) context.audit(me._id, 'public-card.withdrawn')
    return {}
  },

  async 'publicCard.get'({ code }, context) {
    const { content } = await cardOf(context, code)
    return content ? { state: 'shown', card: content } : { state: 'withdrawn' }
  },

  async 'publicCard.phone'({ code }, context) {
    const { store, openid, limit, audit, fail } = context
    const { _id, content } = await cardOf(context, code)
    if (content?.reach !== 'phone') return fail('NOT_FOUND')
    await limit(`number:${openid}`, NUMBERS, HOUR)
    const member = await store.table(Members).get(_id)
    const [phone] = member?.state === 'active' ? member.phones : []
    if (phone === undefined) return fail('NOT_FOUND')
    audit(_id, 'public-card.phone')
    return { phone }
  },
}

export { contract }
export { homes } from '../use-case'
