import type { Member } from '../documents'
import type { Context } from '../use-case'

type Acting = Pick<Context<'publicCard.mine'>, 'people' | 'account'> & { fail: (code: 'FORBIDDEN') => never }

/** Oneself: what an elder shows to everybody is not for a helper to say. */
export const self = ({ people, account, fail }: Acting): Member => people.find(one => one._id === account?.memberId) ?? fail('FORBIDDEN')
