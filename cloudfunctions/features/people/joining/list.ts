import { nameKey } from '../../../../core/people/names/names'
import type { joining as contract } from '../../../../core/people/joining/contract'
import { maskPhone } from '../../../../core/people/roster/phones'
import type { Store } from '../../../kernel/store'
import { byNumber, pageBy } from '../../../kernel/keyset'
import { Joinings, type Joining } from './documents'
import { Members, type Member } from '../documents'
import type { Handlers } from '../use-case'

const PAGE = 20
/** More namesakes than a page of people has in one branch. */
const ALIKE = 100

/** The members of the branch who may be one of those who ask: by name or by number. */
const alikeIn = async (store: Store, branchId: string, rows: readonly Joining[]): Promise<Member[]> => {
  if (rows.length === 0) return []
  const members = store.table(Members)
  const [named, numbered] = await Promise.all([
    members.find({ branchId, nameKey: { in: rows.map(one => nameKey(one.name)) } }, { limit: ALIKE }),
    members.find({ phones: { in: rows.map(one => one.phone) } }, { limit: ALIKE }),
  ])
  const others = numbered.filter(one => one.branchId === branchId && !named.some(other => other._id === one._id))
  return [...named, ...others].filter(one => one.state === 'active')
}

export const list: Handlers<Pick<typeof contract, 'joining.list' | 'joining.phone'>> = {
  async 'joining.list'({ orgId, cursor }, { store, subject }) {
    const open = { orgId, state: 'open' } as const
    const { items, cursor: next } = await pageBy(store.table(Joinings), open, byNumber('at'), { size: PAGE, cursor })
    const alike = subject.kind === 'branch' ? await alikeIn(store, orgId, items) : []
    return {
      items: items.map(({ _id, name, phone, at, said }) => ({
        ...{ joiningId: _id, name, maskedPhone: maskPhone(phone), at, said },
        alike: alike
          .filter(one => nameKey(one.name) === nameKey(name) || one.phones.includes(phone))
          .map(({ _id: memberId, name: theirs, phones: [first], bound }) => ({
            ...{ memberId, name: theirs, bound },
            ...(first === undefined ? {} : { maskedPhone: maskPhone(first) }),
          })),
      })),
      ...{ cursor: next, branch: subject.kind === 'branch' },
    }
  },
  async 'joining.phone'(_, { subject: { memberId, phone }, audit }) {
    audit(memberId, 'roster.phone')
    return Promise.resolve({ phone })
  },
}
