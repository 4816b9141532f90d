import { sayValue } from '../../../../core/assessment/evidence/measures'
import { bandOf, bandWords, judgedOf, ruleStateWords, scoreOf, shareOf, type Score } from '../../../../core/assessment/evidence/score'
import type { rounds as contract } from '../../../../core/assessment/rounds/contract'
import { heatOf } from '../../../../core/assessment/rounds/rules'
import { sayPeriod } from '../../../../core/shared/obligations/periods'
import { writeExport } from '../../../kernel/files'
import { Rollups } from '../../../kernel/documents'
import { byNumber, byText, rowsBy } from '../../../kernel/keyset'
import type { Block } from '../../../papers/paper'
import type { TextSheet } from '../../../spreadsheets/write'
import type { Handlers } from '../use-case'
import { type AssessmentRound, AssessmentRounds, AssessmentSheets, type AssessmentSheet, sheetId } from './documents'
import { yearFilter, yearLines } from './map'
import { roundOver } from './row'
import { judgedWith, unitOf } from './sheet'

/** More branches than one round judges; as many of them have their rules in the workbook. */
const [MOST, DETAILED] = [2000, 300] as const

const sayScore = ({ score, of }: Pick<Score, 'score' | 'of'>): string => (of === 0 ? '未评' : `${String(score)}/${String(of)}`)
const sayShare = (score: Score): string => {
  const share = shareOf(score)
  return share === null ? '' : `${String(share)}%`
}

const yearColumns = [
  { title: '支部', width: 36 },
  { title: '得分率', width: 10 },
  { title: '档次', width: 10 },
  { title: '命名', width: 10 },
  { title: '最近一次考评', width: 30 },
] as const

/** One line for each rule of a sheet: the figure, what it is worth, the branch's word and the judges', side by side. */
const rulesOfSheet = (round: AssessmentRound, sheet: AssessmentSheet): string[][] =>
  judgedWith(round, sheet).map(({ rule, standard }) => {
    const value = sheet.evidence[rule.ruleId]?.value
    const marks = sheet.marks.filter(one => one.ruleId === rule.ruleId)
    const judged = judgedOf(marks)
    const self = sheet.self[rule.ruleId]
    return [
      ...[standard, rule.text, String(rule.points)],
      value === undefined || !rule.evidence ? '' : sayValue(value, unitOf(rule.evidence)),
      ...[rule.computed, self?.points ?? null, judged].map(one => (one === null ? '' : String(one))),
      marks.map(one => `${one.by.name}：${String(one.points)}分 ${one.words}`).join('；'),
      ...[rule.counted === null ? '' : String(rule.counted), ruleStateWords[rule.state]],
    ]
  })
const ruleColumns = [
  { title: '标准', width: 16 },
  { title: '细则', width: 40 },
  { title: '分值', width: 8 },
  { title: '系统数据', width: 10 },
  { title: '系统得分', width: 10 },
  { title: '支部自评', width: 10 },
  { title: '评委评分', width: 10 },
  { title: '评委意见', width: 40 },
  { title: '计分', width: 8 },
  { title: '情况', width: 10 },
] as const

const lineOf = (round: AssessmentRound, sheet: AssessmentSheet, place: number): string[] => {
  const heat = heatOf(round.template.standards, sheet)
  return [
    ...[String(place), sheet.branchName, sayScore(heat), sayShare(heat), bandWords[bandOf(heat)], sheet.named?.batch ?? ''],
    ...heat.standards.map(sayScore),
  ]
}

const byShare = (round: AssessmentRound) => (one: AssessmentSheet, other: AssessmentSheet) => {
  const shareIn = (sheet: AssessmentSheet) => shareOf(heatOf(round.template.standards, sheet)) ?? -1
  return shareIn(other) - shareIn(one)
}

const workbook = (round: AssessmentRound, sheets: readonly AssessmentSheet[]): TextSheet[] => [
  {
    name: '总表',
    landscape: true,
    columns: [
      ...[{ title: '名次', width: 6 }, { title: '支部', width: 30 }, { title: '得分/已评', width: 12 }, { title: '得分率', width: 10 }], // prettier-ignore
      ...[{ title: '档次', width: 10 }, { title: '命名', width: 14 }], // prettier-ignore
      ...round.template.standards.map(one => ({ title: one.name, width: 14 })),
    ],
    rows: sheets.map((one, at) => lineOf(round, one, at + 1)),
  },
  {
    name: '明细',
    landscape: true,
    columns: [{ title: '支部', width: 26 }, ...ruleColumns],
    rows: sheets.slice(0, DETAILED).flatMap(sheet => rulesOfSheet(round, sheet).map(line => [sheet.branchName, ...line])),
  },
]

const shares = (count: number, first: readonly number[]): number[] => {
  const left = 100 - first.reduce((sum, one) => sum + one, 0)
  return [...first, ...Array.from({ length: count }, () => left / Math.max(1, count))]
}

const paper = (round: AssessmentRound, placeName: string, sheets: readonly AssessmentSheet[]): Block[] => {
  const { standards } = round.template
  const [only] = sheets.length === 1 ? sheets : []
  return [
    { kind: 'cover', title: `${round.name}考评表`, lines: [placeName, sayPeriod(round.period), `依据：${round.template.document}`] },
    ...(only
      ? ([
          { kind: 'heading', text: only.branchName, newPage: true },
          { kind: 'line', text: `得分 ${sayScore(scoreOf(judgedWith(round, only).map(one => one.rule)))}（满分 ${String(scoreOf(judgedWith(round, only).map(one => one.rule)).total)}）。没有评的条目不扣分。` }, // prettier-ignore
          {
            kind: 'list',
            titles: ['标准', '细则', '分值', '系统得分', '自评', '评委', '计分'],
            widths: [16, 36, 8, 11, 9, 10, 10],
            rows: rulesOfSheet(round, only).map(([standard = '', text = '', points = '', , computed = '', self = '', judged = '', , counted = '']) => [standard, text, points, computed, self, judged, counted]), // prettier-ignore
          },
        ] satisfies Block[])
      : ([
          { kind: 'heading', text: '各支部得分', newPage: true },
          { kind: 'line', text: `共 ${String(sheets.length)} 个支部。得分写作“得分/已评分值”，没有评的条目不扣分。` },
          {
            kind: 'list',
            titles: ['名次', '支部', '得分/已评', '得分率', '档次', '命名', ...standards.map(one => one.name)],
            widths: shares(standards.length, [6, 22, 10, 9, 8, 9]),
            rows: sheets.map((one, at) => lineOf(round, one, at + 1)),
          },
        ] satisfies Block[])),
  ]
}

export const exporting: Handlers<Pick<typeof contract, 'assessment.export' | 'assessment.exportYear'>> = {
  async 'assessment.exportYear'(asked, context) {
    const { store, subject: org } = context
    const [{ items }, { writeWorkbook }] = await Promise.all([
      rowsBy(store.table(Rollups), yearFilter(asked), byNumber('worry'), { most: MOST }),
      import('../../../spreadsheets/write'),
    ])
    const lines = items.flatMap(yearLines)
    const rounds = await store.table(AssessmentRounds).getMany([...new Set(lines.map(one => one.roundId))])
    const roundOf = new Map(rounds.map(one => [one._id, `${one.name}（${sayPeriod(one.period)}）`]))
    const rows = lines.map(({ name, share, band, named, roundId }) => [
      ...[name, share === null ? '未评' : `${String(share)}%`, bandWords[band], named ? '已命名' : '', roundOf.get(roundId) ?? ''],
    ])
    const content = await writeWorkbook([{ name: `${String(asked.year)}年考评`, columns: yearColumns, rows }])
    return writeExport(context, { name: `${org.name}${String(asked.year)}年考评`, about: org._id, content })
  },

  async 'assessment.export'({ roundId, orgId, format = 'xlsx' }, context) {
    const { store, subject: org, fail } = context
    const round = await roundOver(store, roundId, org, fail)
    const table = store.table(AssessmentSheets)
    const found =
      org.kind === 'branch'
        ? await table.getMany([sheetId(roundId, orgId)])
        : (await rowsBy(table, { roundId }, byText('branchId'), { most: MOST })).items.filter(one => one.path.startsWith(org.path))
    const sheets = found.sort(byShare(round))
    const named = { name: `${org.name}${round.name}`, about: orgId }
    if (format === 'xlsx') {
      const { writeWorkbook } = await import('../../../spreadsheets/write')
      return writeExport(context, { ...named, content: await writeWorkbook(workbook(round, sheets)) })
    }
    // A file of its own beside the function (config/cloud/apart.ts).
    const { writeWord } = await import('../../../papers/word')
    return writeExport(context, { ...named, content: await writeWord(paper(round, org.name, sheets)), ending: 'docx' })
  },
}
