import type { Ports } from '../../../kernel/ports'

/** Takes a member's public card back from everybody at once (P46); its codes then say that it was withdrawn. Changes nothing where there is none. */
export const withdrawPublicCard = async ({ store, now }: Pick<Ports, 'store' | 'now'>, memberId: string): Promise<boolean> =>
  (await store
    .table('public-cards')
    .update({ _id: memberId, content: { not: null } }, { set: { content: null, changedAt: now }, inc: { version: 1 } })) > 0
