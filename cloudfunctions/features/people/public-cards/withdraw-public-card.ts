import { endFiles } from '../../../kernel/files'
import type { WindUp } from '../../../kernel/departures'
import { PublicCards } from './documents'
import type { Ports } from '../../../kernel/ports'

/** Takes a member's public card back from everybody at once (P46); its codes then say that it was withdrawn. Changes nothing where there is none. */
export const withdrawPublicCard = async ({ store, now }: Pick<Ports, 'store' | 'now'>, memberId: string): Promise<boolean> => {
  const change = { set: { content: null, changedAt: now }, inc: { version: 1 } }
  const taken = await store.table(PublicCards).update({ _id: memberId, content: { not: null } }, change)
  await endFiles({ store, now }, { purpose: 'public-card', about: memberId })
  return taken > 0
}

/** A public card goes with its owner. */
export const takeCard: WindUp = async (ports, { memberId }) => {
  await withdrawPublicCard(ports, memberId)
}
