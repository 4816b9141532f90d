import type { wishes as contract } from '../../../../core/help/wishes/contract'
import { scopesOf } from '../../../../core/shared/scopes'
import type { Input } from '../../../../core/shared/operation'
import { secretariesOf, type Member } from '../../people/public'
import type { Context, Handlers } from '../use-case'
import { tellNews } from './change'
import { Wishes, type Wish } from './documents'

type Asked = Pick<Input<(typeof contract)['wish.raise']>, 'kind' | 'text' | 'on'>
/** Calls of one account in a day: more than a person needs, fewer than a runaway client makes. */
const MOST = 30
const DAY = 24 * 3_600_000

const ask = async ({ kind, text, on }: Asked, elder: Member, context: Context<'wish.raiseFor'> | Context<'wish.raise'>) => {
  const { store, openid, actor, commandId, now, audit, limitCommands, checkText } = context
  const table = store.table(Wishes)
  const [secretaries] = await Promise.all([secretariesOf(store, elder), checkText(text), limitCommands(openid, MOST, DAY)])
  const desk = secretaries.filter(one => one !== actor.memberId)
  const row: Wish = {
    ...{ _id: commandId, memberId: elder._id, name: elder.name, branchId: elder.branchId, path: elder.path, scopes: scopesOf(elder.path) },
    ...{ party: [elder._id], kind, text, ...(on === undefined ? {} : { on }), state: 'raised', open: true },
    ...{ raisedBy: actor, raisedAt: now, costs: [], note: '', photoFileIds: [], reason: '' },
    ...{ news: desk.length > 0 ? [{ kind: 'raised', memberIds: desk, by: actor.name, version: 1 }] : [], lookAt: now, version: 1 },
  }
  if ((await table.add(row)) === 'added' && actor.memberId !== elder._id) audit(elder._id, 'wish.raised')
  // Sent again, it tells those that the first call missed; a message is told once.
  await tellNews(context, row)
  return { wishId: commandId }
}

export const raise: Handlers<Pick<typeof contract, 'wish.raise' | 'wish.raiseFor'>> = {
  'wish.raise': (input, context) => ask(input, context.person, context),
  'wish.raiseFor': (input, context) =>
    context.subject.state === 'active' ? ask(input, context.subject, context) : context.fail('NOT_FOUND'),
}
