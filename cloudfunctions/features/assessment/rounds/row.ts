import { rulesOf, type TemplateRule } from '../../../../core/assessment/templates/standards'
import { omit } from '../../../../core/shared/fields'
import type { Ports } from '../../../kernel/ports'
import { changeRow } from '../../../kernel/settle'
import type { Store } from '../../../kernel/store'
import type { Organization } from '../../people/public'
import { type AssessmentRound, AssessmentRounds, type AssessmentSheet, AssessmentSheets, sheetId } from './documents'
import { freshSheet } from './acts'
import { markSheets } from './topic'

type NotFound = (code: 'NOT_FOUND') => never

/** The round, where it judges what stands at that place. */
export const roundOver = async (
  store: Store,
  roundId: string,
  place: Pick<Organization, 'path'>,
  fail: NotFound,
): Promise<AssessmentRound> => {
  const round = await store.table(AssessmentRounds).get(roundId)
  return round && place.path.startsWith(round.path) ? round : fail('NOT_FOUND')
}

/** A branch's sheet with its round: in one request where it is there, else made where all branches are judged. */
export const sheetOf = async (
  acting: Pick<Ports, 'store' | 'now'>,
  roundId: string,
  branch: Organization,
  fail: NotFound,
): Promise<{ round: AssessmentRound; sheet: AssessmentSheet }> => {
  const { store } = acting
  const [found] = await store.join(AssessmentSheets, { _id: sheetId(roundId, branch._id) }, 'roundId', AssessmentRounds, 1)
  const [known] = found?.joined ?? []
  if (found && known) {
    return { round: known, sheet: omit(found, 'joined') }
  }
  const round = await roundOver(store, roundId, branch, fail)
  if (branch.kind !== 'branch' || round.entry === 'apply') return fail('NOT_FOUND')
  const fresh = await freshSheet(acting, round, branch)
  await store.table(AssessmentSheets).add(fresh)
  await markSheets(acting, [fresh])
  return { round, sheet: (await store.table(AssessmentSheets).get(fresh._id)) ?? fresh }
}

/** The rule of a round. */
export const ruleIn = ({ template }: AssessmentRound, ruleId: string, fail: NotFound): TemplateRule =>
  rulesOf(template).find(one => one.ruleId === ruleId) ?? fail('NOT_FOUND')

/** Changes a sheet by one conditional write on its version, and marks its figures. */
export const changeSheet = async (
  acting: Pick<Ports, 'store' | 'now'>,
  seen: AssessmentSheet,
  next: (row: AssessmentSheet) => AssessmentSheet,
): Promise<AssessmentSheet> => {
  const after = await changeRow(acting.store.table(AssessmentSheets), seen, next)
  await markSheets(acting, [after])
  return after
}
