import type { requests as contract } from '../../../../core/help/requests/contract'
import { maskPhone } from '../../../../core/people/roster/phones'
import { afterText, pageOf } from '../../../kernel/pages'
import type { Handlers } from '../../../kernel/ports'

const PAGE = 20

/** Whom an officer looks after, found by part of the name: of one branch or group, so that no search goes over more than a branch has. */
export const lookingAfter: Handlers<Pick<typeof contract, 'request.people'>> = {
  async 'request.people'({ name, cursor }, { store, subject: org, fail }) {
    const branchId = org.kind === 'group' ? org.parentId : org.kind === 'branch' ? org._id : null
    if (branchId === null) return fail('INVALID_INPUT', { paths: ['orgId'] })
    const rows = await store.table('members').find(
      {
        branchId,
        state: 'active',
        ...(org.kind === 'group' ? { groupId: org._id } : {}),
        ...(name ? { name: { includes: name } } : {}),
      },
      {
        order: [
          ['name', 'asc'],
          ['_id', 'asc'],
        ],
        limit: PAGE + 1,
        ...afterText(cursor),
      },
    )
    const { items, cursor: next } = pageOf(rows, PAGE, one => one.name)
    return {
      items: items.map(member => {
        const [phone] = member.phones
        return {
          memberId: member._id,
          name: member.name,
          ...(member.groupName === undefined ? {} : { groupName: member.groupName }),
          ...(phone === undefined ? {} : { maskedPhone: maskPhone(phone) }),
        }
      }),
      cursor: next,
    }
  },
}
