import type { specialCare as contract } from '../../../../core/care/special-care/contract'
import { roles } from '../../../../core/shared/operation'
import { byNumber, firstBy } from '../../../kernel/keyset'
import type { Handlers } from '../use-case'
import { type CareEntry, CareLog } from './documents'
import { elderFor } from './elder'
import { itemFor } from './items'

const LATEST = 30

const entryOf = ({ by, reached, note, at, who, said }: CareEntry) => ({
  ...{ by, reached, note, at, who },
  ...(said === undefined ? {} : { doubtful: true }),
})

export const get: Handlers<Pick<typeof contract, 'care.get'>> = {
  async 'care.get'({ memberId }, context) {
    const { elder, row } = await elderFor(context, memberId, roles)
    const [item, log] = await Promise.all([
      itemFor(context, row),
      firstBy(context.store.table(CareLog), { memberId }, byNumber('at', 'desc'), LATEST),
    ])
    return { item, name: elder.name, log: log.map(entryOf) }
  },
}
