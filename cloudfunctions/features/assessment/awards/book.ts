import { awardFor } from '../../../../core/assessment/awards/rules'
import { scoreOf } from '../../../../core/assessment/evidence/score'
import { judgedRules } from '../../../../core/assessment/rounds/rules'
import { sayPeriod } from '../../../../core/shared/obligations/periods'
import type { Ports } from '../../../kernel/ports'
import { changeRow } from '../../../kernel/settle'
import { bookGrant } from '../../means/public'
import { type AssessmentRound, type AssessmentSheet, AssessmentSheets } from '../rounds/documents'

/** Books what a branch's score brings, once for the round; cut off anywhere, a repetition finds the same entry. */
export const bookAward = async (ports: Ports, round: AssessmentRound, seen: AssessmentSheet): Promise<void> => {
  const { award } = round
  if (!award?.bookedBy || seen.award) return
  const fen = awardFor(award.tiers, scoreOf(judgedRules(round.template.standards, seen)).score)
  if (fen === 0) return
  const entry = await bookGrant(
    { ...ports, actor: award.bookedBy },
    { _id: seen.branchId, name: seen.branchName, path: seen.path },
    { key: `award:${round._id}`, fen, line: '以奖代补', words: `${round.name}（${sayPeriod(round.period)}）` },
  )
  await changeRow(ports.store.table(AssessmentSheets), seen, row =>
    row.award ? row : { ...row, award: { fen, entryId: entry._id, at: ports.now } },
  )
}
