import { answeredNotice, appealNotice } from '../../../../core/assessment/rounds/notices'
import type { rounds as contract } from '../../../../core/assessment/rounds/contract'
import { MOST_MARKS, stageOf } from '../../../../core/assessment/rounds/rules'
import { dateOf } from '../../../../core/shared/calendar'
import { omit } from '../../../../core/shared/fields'
import { claimFiles, endFiles } from '../../../kernel/files'
import { secretariesOf } from '../../people/public'
import type { Handlers } from '../use-case'
import { type AssessmentSheet, type SheetMark } from './documents'
import { changeSheet, ruleIn, sheetOf } from './row'

/** Words and visits that a sheet remembers. */
const REMEMBERED = 200

const isFull = (points: number, most: number): boolean => points > most
/** The files that a sheet still names. */
const filesOf = ({ self, visits, appeals }: AssessmentSheet): string[] => [
  ...Object.values(self).flatMap(one => one.fileIds),
  ...visits.flatMap(one => one.fileIds),
  ...Object.values(appeals).flatMap(one => one.fileIds),
]
const without = (former: readonly SheetMark[], marks: readonly SheetMark[]): SheetMark[] => [...former, ...marks].slice(-REMEMBERED)

export const judge: Handlers<
  Pick<
    typeof contract,
    'assessment.self' | 'assessment.judge' | 'assessment.unjudge' | 'assessment.visit' | 'assessment.appeal' | 'assessment.answer'
  >
> = {
  async 'assessment.self'({ roundId, ruleId, points, words, fileIds = [] }, context) {
    const { subject: branch, actor: by, now, fail, checkText } = context
    const { round, sheet } = await sheetOf(context, roundId, branch, fail)
    const rule = ruleIn(round, ruleId, fail)
    const stage = stageOf(round, now)
    if (stage === 'closed') return fail('ASSESSMENT_CLOSED')
    if (stage === 'judging') return fail('ASSESSMENT_SELF_OVER')
    if (isFull(points, rule.points)) return fail('INVALID_INPUT', { paths: ['points'], message: `这一条最多${String(rule.points)}分` })
    await checkText(words)
    await claimFiles(context, fileIds, { purpose: 'assessment', about: sheet._id })
    const after = await changeSheet(context, sheet, row => {
      const said = row.self[ruleId]
      if (said?.points === points && said.words === words && said.fileIds.join() === fileIds.join()) return row
      return { ...row, self: { ...row.self, [ruleId]: { points, words, fileIds, by, at: now } } }
    })
    await endFiles(context, { purpose: 'assessment', about: sheet._id }, filesOf(after))
    return {}
  },

  async 'assessment.judge'({ roundId, ruleId, points, words }, context) {
    const { subject: branch, person, actor: by, now, holds, fail, checkText } = context
    const { round, sheet } = await sheetOf(context, roundId, branch, fail)
    const rule = ruleIn(round, ruleId, fail)
    if (round.closed) return fail('ASSESSMENT_CLOSED')
    if (isFull(points, rule.points)) return fail('INVALID_INPUT', { paths: ['points'], message: `这一条最多${String(rule.points)}分` })
    await checkText(words)
    const mark: SheetMark = { ruleId, points, words, panel: holds(['street', 'bureau'], round.path), by, at: now }
    await changeSheet(context, sheet, row => {
      const mine = row.marks.find(one => one.ruleId === ruleId && one.by.memberId === person._id)
      if (mine?.points === points && mine.words === words) return row
      if (!mine && row.marks.filter(one => one.ruleId === ruleId).length >= MOST_MARKS) return fail('CONFLICT')
      return { ...row, marks: [...row.marks.filter(one => one !== mine), mark], former: without(row.former, mine ? [mine] : []) }
    })
    return {}
  },

  async 'assessment.unjudge'({ roundId, ruleId }, context) {
    const { subject: branch, person, fail } = context
    const { round, sheet } = await sheetOf(context, roundId, branch, fail)
    if (round.closed) return fail('ASSESSMENT_CLOSED')
    await changeSheet(context, sheet, row => {
      const mine = row.marks.find(one => one.ruleId === ruleId && one.by.memberId === person._id)
      return mine ? { ...row, marks: row.marks.filter(one => one !== mine), former: without(row.former, [mine]) } : row
    })
    return {}
  },

  async 'assessment.visit'({ roundId, on, words, fileIds = [], found }, context) {
    const { subject: branch, actor: by, commandId, now, fail, checkText } = context
    const { round, sheet } = await sheetOf(context, roundId, branch, fail)
    if (sheet.visits.some(one => one.commandId === commandId)) return {}
    if (round.closed) return fail('ASSESSMENT_CLOSED')
    if (on > dateOf(now)) return fail('INVALID_INPUT', { paths: ['on'], message: '请选今天以前的日子' })
    for (const { ruleId } of found) ruleIn(round, ruleId, fail)
    await checkText(words, ...found.map(one => one.words))
    await claimFiles(context, fileIds, { purpose: 'assessment', about: sheet._id })
    const seen = found.map(one => ({ ruleId: one.ruleId, good: one.good, words: one.words ?? '' }))
    await changeSheet(context, sheet, row =>
      row.visits.some(one => one.commandId === commandId)
        ? row
        : { ...row, visits: [...row.visits, { commandId, on, words, fileIds, found: seen, by, at: now }].slice(-REMEMBERED) },
    )
    return {}
  },

  async 'assessment.appeal'({ roundId, branchId, ruleId, words, fileIds = [] }, context) {
    const { subject: branch, actor: by, now, tell, fail, checkText } = context
    const { round, sheet } = await sheetOf(context, roundId, branch, fail)
    ruleIn(round, ruleId, fail)
    if (round.closed) return fail('ASSESSMENT_CLOSED')
    await checkText(words)
    await claimFiles(context, fileIds, { purpose: 'assessment', about: sheet._id })
    const after = await changeSheet(context, sheet, row => {
      const said = row.appeals[ruleId]
      // Said again it is the same; what was answered may be appealed against once more.
      if (said?.words === words && said.fileIds.join() === fileIds.join()) return row
      return { ...row, appeals: { ...row.appeals, [ruleId]: { words, fileIds, by, at: now } } }
    })
    const judges = after.marks.filter(one => one.ruleId === ruleId).map(one => one.by)
    const to = judges.length > 0 ? judges : [round.openedBy]
    const at = after.appeals[ruleId]?.at ?? now
    await tell(to.flatMap(one => one.memberId ?? []), appealNotice(round, { branchId, name: branch.name, ruleId, words }, at)) // prettier-ignore
    return {}
  },

  async 'assessment.answer'({ roundId, branchId, ruleId, words }, context) {
    const { store, subject: branch, actor: by, now, tell, fail, checkText } = context
    const { round, sheet } = await sheetOf(context, roundId, branch, fail)
    if (round.closed) return fail('ASSESSMENT_CLOSED')
    await checkText(words)
    const after = await changeSheet(context, sheet, row => {
      const said = row.appeals[ruleId] ?? fail('NOT_FOUND')
      if (said.answer?.words === words) return row
      return { ...row, appeals: { ...row.appeals, [ruleId]: { ...omit(said, 'answer'), answer: { words, by, at: now } } } }
    })
    const at = after.appeals[ruleId]?.answer?.at ?? now
    await tell(await secretariesOf(store, { branchId }), answeredNotice(round, { branchId, name: branch.name, ruleId, words }, at))
    return {}
  },
}
