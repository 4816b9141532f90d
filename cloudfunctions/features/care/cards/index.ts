import { cards as contract } from '../../../../core/care/cards/contract'
import { roles } from '../../../../core/shared/operation'
import { routes } from '../../../../core/shared/routes'
import { claimFiles, endFiles } from '../../../kernel/files'
import type { Ports } from '../../../kernel/ports'
import { type Member, Members, oneNumber, Organizations } from '../../people/public'
import { eldersOf } from '../pairings/helpers'
import type { Context, Handlers } from '../use-case'
import { cardFor, cardsOf } from './service-cards'

const HOUR = 60 * 60_000
/** More cards than a person scans in an hour. */
const MOST_SCANS = 60

type Looking = Pick<Context<'card.get' | 'card.open'>, 'store' | 'people' | 'account' | 'holds'>

/** May the caller see this card? The elder, their family, an officer over them or a helper of theirs may. */
const maySee = async ({ store, people, account, holds }: Looking, elder: Member): Promise<boolean> => {
  if (people.some(one => one._id === elder._id)) return true
  if (holds(roles, elder.path)) return true
  return Boolean(account?.memberId) && (await eldersOf(store, account?.memberId ?? '')).some(one => one.memberId === elder._id)
}

/** The elder of the card: the caller, an elder they act for or look after, or any member under their office. */
const elderOf = async ({ memberId }: { memberId?: string | undefined }, context: Context<'card.get'>): Promise<Member> => {
  const { store, person, people, fail } = context
  if (memberId === undefined) return person ?? fail('INVALID_INPUT', { paths: ['memberId'] })
  const mine = people.find(one => one._id === memberId)
  if (mine) return mine
  // Strangers and missing members get the same answer, so that it does not tell who is on the roster.
  const other = await store.table(Members).get(memberId)
  return other?.state === 'active' && (await maySee(context, other)) ? other : fail('FORBIDDEN')
}

/** The code of a member's card, made once, so that a printed card stays good. */
const codeOf = async ({ store, newId }: Pick<Ports, 'store' | 'newId'>, member: Member): Promise<string> => {
  if (member.cardCode !== undefined) return member.cardCode
  const members = store.table(Members)
  const cardCode = newId()
  if ((await members.update({ _id: member._id, cardCode: { exists: false } }, { set: { cardCode } })) > 0) return cardCode
  return (await members.get(member._id))?.cardCode ?? cardCode
}

export const handlers: Handlers<typeof contract> = {
  // These are duty numbers of officers and helpers, there to be rung by this elder: no audit row.
  'card.get': async (input, context) => cardFor(context.store, await elderOf(input, context), context.now),

  async 'card.open'({ code }, context) {
    const { store, openid, limit, fail } = context
    const [found] = await Promise.all([store.table(Members).find({ cardCode: code }, { limit: 1 }), limit(openid, MOST_SCANS, HOUR)])
    const elder = found.find(one => one.state === 'active')
    // An unknown code and another person's card get the same answer.
    if (!elder || !(await maySee(context, elder))) return fail('CARD_NOT_YOURS')
    return cardFor(store, elder, context.now)
  },

  async 'card.print'({ memberIds }, { store, subject, wechat, now, newId, audit, fail }) {
    const members = await store.table(Members).getMany(memberIds)
    const elders = memberIds.flatMap(id => members.find(one => one._id === id) ?? []).filter(one => one.state === 'active')
    // A missing member and a member of another branch get the same answer.
    if (elders.length < memberIds.length || elders.some(one => !one.path.startsWith(subject.path))) return fail('FORBIDDEN')
    const [all, codes] = await Promise.all([
      cardsOf(store, elders, now),
      Promise.all(elders.map(async one => wechat.pageCode(routes.card.path, await codeOf({ store, newId }, one)))),
    ])
    for (const one of elders) audit(one._id, 'card.printed')
    return {
      items: all.map(({ card, branchName }, index) => ({ ...card, branchName, code: Buffer.from(codes[index] ?? []).toString('base64') })),
    }
  },

  'card.point': (_, { subject }) => Promise.resolve({ point: subject.venue ?? null }),

  async 'card.setPoint'({ branchId, name, point, phone }, { store, checkText, fail }) {
    const digits = phone === undefined ? undefined : await oneNumber(phone)
    if (digits === null) return fail('PHONE_INVALID', { field: 'phone', index: 0, message: '不是电话号码' })
    await checkText(name)
    const venue = { name, ...(point ? { point } : {}), ...(digits === undefined ? {} : { phone: digits }) }
    await store.table(Organizations).update({ _id: branchId }, { set: { venue } })
    return {}
  },

  async 'card.portrait'({ fileId }, context) {
    const { store, person } = context
    const members = store.table(Members)
    const files = { purpose: 'portrait', about: person._id } as const
    await claimFiles(context, [fileId], files)
    await members.update({ _id: person._id }, fileId === undefined ? { unset: ['portrait'] } : { set: { portrait: fileId } })
    await endFiles(context, files, fileId === undefined ? [] : [fileId])
    return {}
  },
}

export { contract }
export { homes } from '../use-case'
