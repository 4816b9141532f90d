import type { specialCare as contract } from '../../../../core/care/special-care/contract'
import { roles } from '../../../../core/shared/operation'
import { byNumber, firstBy } from '../../../kernel/keyset'
import type { Handlers } from '../use-case'
import { CareLog } from './documents'
import { elderFor } from './elder'
import { itemFor } from './items'

const LATEST = 30

export const get: Handlers<Pick<typeof contract, 'care.get'>> = {
  async 'care.get'({ memberId }, context) {
    const { elder, row } = await elderFor(context, memberId, roles)
    const [item, log] = await Promise.all([
      itemFor(context, row),
      firstBy(context.store.table(CareLog), { memberId }, byNumber('at', 'desc'), LATEST),
    ])
    return { item, name: elder.name, log: log.map(({ by, reached, note, at, who }) => ({ by, reached, note, at, who })) }
  },
}
