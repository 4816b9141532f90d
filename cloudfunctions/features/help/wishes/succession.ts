import type { Succeed } from '../../../kernel/succession'
import { inGroups } from '../../../kernel/in-groups'
import { Members } from '../../people/public'
import { placeWish } from './departures'
import { Wishes } from './documents'

/** Wishes follow their elder, who stands at the new place already. */
export const wishesGo: Succeed = async (ports, { from, past }) => {
  const { store } = ports
  const rows = (await Promise.all([from, ...past].map(one => store.table(Wishes).findAll({ scopes: one })))).flat()
  const elders = new Map((await store.table(Members).getMany([...new Set(rows.map(one => one.memberId))])).map(one => [one._id, one]))
  await inGroups(rows, 10, async wish => {
    const elder = elders.get(wish.memberId)
    if (elder) await placeWish(ports, wish, elder)
  })
}
