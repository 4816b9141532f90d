import { openedNotice } from '../../../../core/assessment/rounds/notices'
import { addDays, dateOf, instantOf } from '../../../../core/shared/calendar'
import type { Instant } from '../../../../core/shared/operation'
import { wakingFrom } from '../../../../core/shared/quiet-hours'
import { goOnWith, RUN_MS, type Done } from '../../../kernel/acts'
import { inGroups } from '../../../kernel/in-groups'
import { eachRow, type Job } from '../../../kernel/jobs'
import { byText, pageBy } from '../../../kernel/keyset'
import type { Ports } from '../../../kernel/ports'
import { changeRow } from '../../../kernel/settle'
import { tell } from '../../../kernel/tell'
import { Organizations, secretariesOf, type Organization } from '../../people/public'
import { bookAward } from '../awards/book'
import { evidenceOf } from '../evidence/collect'
import { type AssessmentAct, type AssessmentRound, AssessmentRounds, type AssessmentSheet, AssessmentSheets, sheetId } from './documents'
import { markSheets } from './topic'

/** Organizations or sheets of one piece, and branches counted at a time. */
const [PIECE, AT_A_TIME, EACH_RUN] = [40, 4, 20] as const
/** The figures of the night before are compared by then. */
const BEFORE_DAWN = '05:00'

type Acting = Pick<Ports, 'store' | 'now'>
type Piece = (ports: Ports, round: AssessmentRound, act: AssessmentAct) => Promise<Done<AssessmentRound>>

/** When the figures of a round that is being checked are counted next. */
export const nextCount = (now: Instant): Instant => instantOf(addDays(dateOf(now), 1), BEFORE_DAWN)
/** When they are counted for the last time. */
export const freezesAt = ({ closesOn }: Pick<AssessmentRound, 'closesOn'>): Instant => instantOf(addDays(closesOn, 1), BEFORE_DAWN)

/** The sheet of a branch, with what its figures say now. */
export const freshSheet = async (acting: Acting, round: AssessmentRound, branch: Organization): Promise<AssessmentSheet> => ({
  ...{ _id: sheetId(round._id, branch._id), roundId: round._id, branchId: branch._id, branchName: branch.name, path: branch.path },
  ...{ period: round.period, evidence: await evidenceOf(acting, branch, round), countedAt: acting.now },
  ...(round.frozen ? { frozenAt: acting.now } : {}),
  ...{ self: {}, marks: [], former: [], visits: [], appeals: {}, version: 1 },
})

const isJudged = (one: Organization): boolean => one.kind === 'branch' && one.closedAt === undefined

/** Every branch gets its sheet, counted; one that is there already is left as it is. */
const enter: Piece = async (ports, round, { after }) => {
  const { store } = ports
  const page = await pageBy(store.table(Organizations), { path: { startsWith: round.path } }, byText('path'), {
    size: PIECE,
    cursor: after,
  })
  const branches = page.items.filter(isJudged)
  const table = store.table(AssessmentSheets)
  const there = new Set((await table.getMany(branches.map(one => sheetId(round._id, one._id)))).map(one => one.branchId))
  await inGroups(branches.filter(one => !there.has(one._id)), AT_A_TIME, async branch => void (await table.add(await freshSheet(ports, round, branch)))) // prettier-ignore
  await markSheets(
    ports,
    branches.map(one => ({ roundId: round._id, branchId: one._id, period: round.period })),
  )
  return { after: page.cursor ?? undefined }
}

const tellAll: Piece = async (ports, round, { after }) => {
  const page = await pageBy(ports.store.table(Organizations), { path: { startsWith: round.path } }, byText('path'), { size: PIECE, cursor: after }) // prettier-ignore
  await inGroups(page.items.filter(isJudged), AT_A_TIME, async ({ _id: branchId, name }) => {
    const secretaries = await secretariesOf(ports.store, { branchId })
    await tell(ports, secretaries, openedNotice(round, { branchId, name }, ports.now), { from: wakingFrom(ports.now) })
  })
  return { after: page.cursor ?? undefined }
}

/** Counts a sheet again, unless it is frozen; answers it as it stands then, and how many rules changed. */
export const recount = async (
  acting: Acting,
  round: AssessmentRound,
  seen: AssessmentSheet,
  freeze = false,
): Promise<{ sheet: AssessmentSheet; changed: number }> => {
  const branch = await acting.store.table(Organizations).get(seen.branchId)
  // A branch that is no more is judged by what it was.
  const evidence = branch && isJudged(branch) ? await evidenceOf(acting, branch, round) : seen.evidence
  const ids = [...new Set([...Object.keys(evidence), ...Object.keys(seen.evidence)])]
  const changed = ids.filter(id => evidence[id]?.value !== seen.evidence[id]?.value).length
  const sheet = await changeRow(acting.store.table(AssessmentSheets), seen, row =>
    row.frozenAt === undefined ? { ...row, evidence, countedAt: acting.now, ...(freeze ? { frozenAt: acting.now } : {}) } : row,
  )
  return { sheet, changed }
}

const countAll =
  (freeze: boolean): Piece =>
  async (ports, round, { after, nth }) => {
    const page = await pageBy(ports.store.table(AssessmentSheets), { roundId: round._id }, byText('branchId'), {
      size: PIECE,
      cursor: after,
    })
    const changed: AssessmentSheet[] = []
    await inGroups(page.items, AT_A_TIME, async sheet => {
      if ((await recount(ports, round, sheet, freeze)).changed > 0) changed.push(sheet)
    })
    // A piece that was cut off finds nothing changed when it is repeated: the last time marks all.
    await markSheets(ports, freeze ? page.items : changed)
    if (page.cursor !== null) return { after: page.cursor }
    if (freeze)
      return { change: row => ({ ...row, frozen: true, acts: row.acts.filter(one => one.what !== 'count'), version: row.version + 1 }) }
    // The next night, as long as the branches check themselves.
    const at = nextCount(ports.now)
    const next = { what: 'count' as const, nth: nth + 1, at }
    return at < freezesAt(round) ? { change: row => ({ ...row, acts: [...row.acts, next] }) } : {}
  }

/** Books the awards of a round. */
const award: Piece = async (ports, round, { after }) => {
  const page = await pageBy(ports.store.table(AssessmentSheets), { roundId: round._id }, byText('branchId'), { size: PIECE, cursor: after })
  await inGroups(page.items, AT_A_TIME, sheet => bookAward(ports, round, sheet))
  return { after: page.cursor ?? undefined }
}

const pieces: Readonly<Record<AssessmentAct['what'], Piece>> = {
  enter,
  tell: tellAll,
  count: countAll(false),
  freeze: countAll(true),
  award,
}

/** Goes on with what is due of a round. */
export const goOn = (ports: Ports, seen: AssessmentRound, until: number): Promise<AssessmentRound> =>
  goOnWith<AssessmentAct, AssessmentRound>(
    ports,
    ports.store.table(AssessmentRounds),
    {
      piece: (all, round, act) => pieces[act.what](all, round, act),
      rests: ({ actDue: _lease, ...rest }, due) => (due === undefined ? rest : { ...rest, actDue: due }),
    },
    seen,
    until,
  )

/** Enters branches, counts their figures, freezes them when their time has come. */
export const runAssessments: Job = async ports => {
  const due = await ports.store.table(AssessmentRounds).find({ actDue: { lte: ports.now } }, { order: [['actDue', 'asc']], limit: EACH_RUN }) // prettier-ignore
  return eachRow(due, 'runAssessments', async round => {
    await goOn(ports, round, RUN_MS)
  })
}
