import { fact, type HeldFact } from '../../../../core/people/identity/held-facts'
import type { Ports } from '../../../kernel/ports'
import { namesAt } from './books'
import { Advices, TalentAsks, Talents } from './documents'

/** What is said of what a person can do, what they were asked for, and what they advised. */
export const heldByTalent = async ({ store }: Pick<Ports, 'store'>, { memberId }: { memberId: string }): Promise<HeldFact[]> => {
  const [row, asked, advised] = await Promise.all([
    store.table(Talents).get(memberId),
    store.table(TalentAsks).count({ memberId }),
    store.table(Advices).count({ memberIds: memberId }),
  ])
  const skillName = await namesAt(store, row ? [row] : [])
  return [
    ...(row ? [fact('talent', '银发人才库', row.skills.map(skillName).join('、'))] : []),
    ...(asked > 0 ? [fact('talent-asks', '请过您帮忙', `${String(asked)}次`)] : []),
    ...(advised > 0 ? [fact('advices', '顾问组里提的建议', `${String(advised)}条`)] : []),
  ]
}
