import type { roster } from '../../../../core/people/roster/contract'
import type { Input, Output } from '../../../../core/shared/operation'
import { endOwnAccount, ownAccounts } from '../identity/own-accounts'
import { shownAccount } from '../identity/account-ref'
import type { Context } from '../use-case'

type List = (typeof roster)['roster.accounts']
type End = (typeof roster)['roster.endAccount']

/** The WeChat accounts that are bound as a member. */
export const accounts = async (_input: Input<List>, { store, subject: { _id } }: Context<'roster.accounts'>): Promise<Output<List>> => ({
  accounts: (await ownAccounts(store, _id)).map(one => shownAccount(_id, one)),
})

/** Ends the binding of one of them. */
export const endAccount = async ({ accountRef }: Input<End>, context: Context<'roster.endAccount'>): Promise<Output<End>> => {
  const { subject, audit } = context
  if (await endOwnAccount(context, subject._id, accountRef)) audit(subject._id, 'account.unbound', 'by an officer')
  return {}
}
