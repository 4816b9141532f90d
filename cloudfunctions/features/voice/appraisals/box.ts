import type { Ports } from '../../../kernel/ports'
import { bringPhones } from '../../life/public'
import { type BallotBox, countOf, electorate, emptyBox } from '../ballots/public'

/** A ticket is for those who take part, who are the party of the box. */
export const appraisalElectorate = electorate('appraisal', () => true)

/** The box of an appraisal was closed: it is counted person by person, and emptied. */
export const appraisalClosed = async ({ store }: Pick<Ports, 'store'>, { box }: { box: BallotBox }): Promise<void> => {
  if (box.kind !== 'appraisal') return
  const count = await countOf(store, box)
  if (!count) return
  const counts = count.questions.map(({ counts: given = [] }) => {
    const [excellent = 0, qualified = 0, basic = 0, unqualified = 0] = given
    return { excellent, qualified, basic, unqualified }
  })
  // Once: a box that was emptied counts naught, and what was brought before stands.
  await bringPhones(store, box._id, { issued: box.tickets ?? 0, returned: count.answers, counts })
  await emptyBox(store, box)
}
