import type { Context } from '../use-case'

/** The member that the caller's account is bound to, while that member is active; null for all others. */
export const ownId = ({ account, people }: Pick<Context<'me.get'>, 'account' | 'people'>): string | null =>
  people.find(one => one._id === account?.memberId)?._id ?? null
