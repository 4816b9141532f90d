import { awards as contract } from '../../../../core/assessment/awards/contract'
import { awardFor } from '../../../../core/assessment/awards/rules'
import { scoreOf } from '../../../../core/assessment/evidence/score'
import { judgedRules } from '../../../../core/assessment/rounds/rules'
import { sayMoney } from '../../../../core/means/public'
import { CALL_MS, LEASE } from '../../../kernel/acts'
import { writeExport } from '../../../kernel/files'
import { byText, pageBy, rowsBy } from '../../../kernel/keyset'
import { changeRow } from '../../../kernel/settle'
import { goOn } from '../rounds/acts'
import { type AssessmentRound, AssessmentRounds, type AssessmentSheet, AssessmentSheets } from '../rounds/documents'
import type { Handlers } from '../use-case'

const [PAGE, MOST] = [200, 2000] as const

const lineOf = (round: AssessmentRound, sheet: AssessmentSheet) => {
  const { score } = scoreOf(judgedRules(round.template.standards, sheet))
  return {
    ...{ branchId: sheet.branchId, name: sheet.branchName, score },
    fen: sheet.award?.fen ?? awardFor(round.award?.tiers ?? [], score),
    ...(sheet.award ? { entryId: sheet.award.entryId } : {}),
  }
}

/** 以奖代补 (P64): tiers by score, booked as grants in the branches' ledgers. */
export const handlers: Handlers<typeof contract> = {
  async 'award.rule'({ orgId, roundId, tiers }, { store, actor: by, now, fail }) {
    const table = store.table(AssessmentRounds)
    const seen = await table.get(roundId)
    if (seen?.orgId !== orgId) return fail('NOT_FOUND')
    await changeRow(table, seen, row => {
      if (row.award?.bookedAt !== undefined) return fail('AWARD_BOOKED')
      return { ...row, award: { tiers, by, at: now } }
    })
    return {}
  },

  async 'award.list'({ roundId, cursor }, { store, subject: round }) {
    const page = await pageBy(store.table(AssessmentSheets), { roundId }, byText('branchId'), { size: PAGE, cursor })
    return {
      ...{ items: page.items.map(one => lineOf(round, one)), cursor: page.cursor, tiers: [...(round.award?.tiers ?? [])] },
      ...{ bookedAt: round.award?.bookedAt ?? null, closed: round.closed },
    }
  },

  async 'award.book'(_, context) {
    const { store, subject, actor: by, now, fail } = context
    if (!subject.closed || !subject.award) return fail('AWARD_UNDER_WAY')
    const round = await changeRow(store.table(AssessmentRounds), subject, row => {
      if (!row.award || row.award.bookedAt !== undefined) return row
      const acts = [...row.acts, { what: 'award' as const, nth: 0, at: now }]
      return { ...row, award: { ...row.award, bookedAt: now, bookedBy: by }, acts, actDue: now + LEASE }
    })
    await goOn(context, round, CALL_MS)
    return {}
  },

  async 'award.export'({ roundId }, context) {
    const { store, subject: round } = context
    const { items } = await rowsBy(store.table(AssessmentSheets), { roundId }, byText('branchId'), { most: MOST })
    const lines = items.map(one => lineOf(round, one)).filter(one => one.fen > 0)
    const { writeWorkbook } = await import('../../../spreadsheets/write')
    const content = await writeWorkbook([
      {
        name: '以奖代补',
        columns: [
          { title: '支部', width: 36 },
          { title: '得分', width: 10 },
          { title: '金额', width: 16 },
          { title: '入账', width: 10 },
        ],
        rows: lines
          .sort((one, other) => other.score - one.score)
          .map(one => [one.name, String(one.score), sayMoney(one.fen), one.entryId === undefined ? '' : '已入账']),
      },
    ])
    return writeExport(context, { name: `${round.name}以奖代补`, about: round.orgId, content })
  },
}

export { contract }
export { homes } from '../use-case'
