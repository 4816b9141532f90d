import { crossedOf, tallyOf } from '../../../../core/voice/ballots/answers'
import { countNotice } from '../../../../core/voice/surveys/notices'
import { keptOf } from '../../../../core/voice/surveys/rules'
import type { Ports } from '../../../kernel/ports'
import { changeRow } from '../../../kernel/settle'
import { tell } from '../../../kernel/tell'
import { answersOf, type BallotBox, emptyBox } from '../ballots/public'
import { Surveys } from './documents'
import { tellAll, toBeTold } from './tell-all'

/** The box of a survey was closed: without tellers it is counted and emptied at once, with tellers they are asked to count. */
export const surveyClosed = async (ports: Ports, { box }: { box: BallotBox }): Promise<void> => {
  if (box.kind !== 'survey') return
  const { store, now } = ports
  const table = store.table(Surveys)
  const seen = await table.get(box._id)
  if (!seen) return
  if (box.tellers.length > 0) {
    const after = await changeRow(table, seen, row =>
      row.state === 'closed' || row.state === 'counted' ? row : { ...row, state: 'closed' as const },
    )
    const tellers = box.tellers.filter(one => one.publicKey !== undefined).map(one => one.memberId)
    if (after.state === 'closed') await tell(ports, tellers, countNotice({ ...after, code: after.code ?? '' }))
    return
  }
  if (seen.state !== 'counted') {
    const answers = (await answersOf(store, box)) ?? []
    const counted = {
      answers: answers.length,
      invalid: 0,
      questions: tallyOf(box.questions, answers),
      crossed: crossedOf(box.questions, answers),
    }
    const after = await changeRow(table, seen, row =>
      row.state === 'counted'
        ? row
        : toBeTold({ ...row, state: 'counted', result: { ...keptOf(counted), tickets: box.tickets ?? 0 } }, 'result', now),
    )
    await tellAll(ports, after)
  }
  // Only totals stay: what one person said to several questions is not to be found together.
  await emptyBox(store, box)
}
