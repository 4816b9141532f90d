import type { Succeed } from '../../../kernel/succession'
import { PublicCards } from './documents'

/** A public card goes on being shown, with the branch its member belongs to now. */
export const cardsGo: Succeed = async ({ store }, { fromName, intoName, memberIds }) => {
  await store
    .table(PublicCards)
    .update(
      { _id: { in: [...memberIds] }, 'content.branchName': fromName },
      { set: { 'content.branchName': intoName }, inc: { version: 1 } },
    )
}
