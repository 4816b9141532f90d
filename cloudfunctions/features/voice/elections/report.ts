import type { elections as contract } from '../../../../core/voice/elections/contract'
import { leastPresent, leastVotes } from '../../../../core/voice/elections/numbers'
import { baseWords, barredWords, excusedWords } from '../../../../core/voice/elections/words'
import { postWords, sayDate } from '../../../../core/people/public'
import { writeExport } from '../../../kernel/files'
import type { Block, Cell } from '../../../papers/paper'
import type { TextSheet } from '../../../spreadsheets/write'
import type { Handlers } from '../use-case'
import { Elections, type Election, type Named } from './documents'
import { electedOf, idsOf } from './row'

const label = (text: string): Cell => ({ text, label: true })
const wide = (title: string, text: string): Cell[] => [label(title), { text, columns: 3 }]
const names = (people: readonly Named[]): string => (people.length === 0 ? '（没有）' : people.map(one => one.name).join('、'))
const people = (count: number) => `${String(count)} 人`

const nameOf = ({ result, candidates }: Election, id: string): string =>
  [...(result?.lines ?? []), ...candidates].find(one => one.memberId === id)?.name ?? ''

/** What came of a round, in a sentence. */
const sayRound = (row: Election): string => {
  if (row.voided) return `本轮选举无效：${row.voided.reason}`
  const { result } = row
  if (!result) return '还没有计票。'
  const who = result.elected.map(id => nameOf(row, id))
  const elected = who.length > 0 ? `当选：${who.join('、')}。` : '没有人当选。'
  if (row.reduced) return `${elected}经大会同意，不再补选余下的名额。`
  if (result.rerun?.kind === 'tie')
    return `${elected}${result.rerun.candidateIds.map(id => nameOf(row, id)).join('、')}票数相同，再投一次。`
  return result.rerun ? `${elected}还差 ${people(result.rerun.seats)}，另行选举。` : elected
}

const formOf = (row: Election): Cell[][] => {
  const { roll, result, numbers, base } = row
  const [due, present] = [roll?.due ?? 0, roll?.voterIds.length ?? 0]
  return [
    [label('应选名额'), { text: people(row.seats) }, label('候选人'), { text: people(row.candidates.length) }],
    [label('应到会'), { text: people(due) }, label('实到会'), { text: `${people(present)}（须到 ${people(leastPresent(due, numbers))}）` }],
    [
      label('发出选票'),
      { text: `${String(present)} 张` },
      label('收回选票'),
      { text: result ? `${String(result.returned)} 张（纸票 ${String(result.paper)}，手机 ${String(result.handsets)}）` : '' },
    ],
    [
      label('有效票'),
      { text: result ? `${String(result.returned - result.invalid)} 张` : '' },
      label('无效票'),
      { text: result ? `${String(result.invalid)} 张` : '' },
    ],
    wide(
      '当选票数',
      `选举办法规定以${baseWords[base]}人数为准：应到会须 ${String(leastVotes(due, numbers))} 票，实到会须 ${String(leastVotes(present, numbers))} 票${
        result?.differs ? '（两种算法结果不同，已按选举办法认定）' : ''
      }`,
    ),
    wide('监票人', names(row.watchers)),
    wide('计票人', names(row.counters)),
    ...(row.scribes.length > 0 ? [wide('代写选票', row.scribes.map(one => `${one.by.name}代${one.for.name}写`).join('；'))] : []),
    ...(row.excused.length > 0
      ? [wide('不计入应到会', row.excused.map(one => `${one.name}（${excusedWords[one.reason]}）`).join('；'))]
      : []),
    ...(row.barred.length > 0 ? [wide('没有选举权', row.barred.map(one => `${one.name}（${barredWords[one.reason]}）`).join('；'))] : []),
    wide('到会名单校验码', roll?.hash ?? ''),
  ]
}

const titles = ['姓名', '赞成', '不赞成', '弃权', '结果'] as const
const rowsOf = (row: Election): string[][] =>
  (row.result?.lines ?? []).map(one => [
    one.candidate ? one.name : `${one.name}（另选）`,
    ...[one.for, ...(one.candidate ? [one.against, one.abstain] : ['', ''])].map(String),
    row.result?.elected.includes(one.memberId) ? '当选' : '',
  ])

/** The report of all rounds at a meeting. */
export const wordReport = (rounds: readonly [Election, ...Election[]]): Block[] => {
  const [first] = rounds
  const last = rounds.at(-1) ?? first
  return [
    { kind: 'heading', text: `${first.branchName}选举情况报告` },
    {
      kind: 'line',
      text: `${sayDate(first.heldOn)}召开党员大会《${first.title}》，依照《${first.numbers.document}》以无记名投票方式选举支部委员会。`,
    },
    ...rounds.flatMap((row): Block[] => [
      ...(rounds.length > 1 ? [{ kind: 'heading' as const, text: `第 ${String(row.round)} 轮` }] : []),
      { kind: 'form', rows: formOf(row) },
      { kind: 'list', titles, widths: [32, 16, 16, 16, 20], rows: rowsOf(row) },
      { kind: 'line', text: sayRound(row) },
    ]),
    { kind: 'line', text: `当选的支部委员：${names(electedOf(last))}。` },
    ...(last.seated
      ? [
          {
            kind: 'line' as const,
            text: `${sayDate(last.seated.heldOn)}召开新一届支部委员会第一次会议，到会 ${people(last.seated.present)}：${last.seated.posts
              .map(one => `${one.name}任${postWords[one.post]}${one.votes === undefined ? '' : `（${String(one.votes)} 票）`}`)
              .join('，')}。`,
          },
        ]
      : []),
    { kind: 'line', text: '监票人签字：　　　　　　　　计票人签字：　　　　　　　　' },
  ]
}

/** The same as tables, a sheet for each round. */
export const excelReport = (rounds: readonly Election[]): TextSheet[] =>
  rounds.map(row => ({
    name: `第${String(row.round)}轮`,
    columns: [...titles].map((title, at) => ({ title, width: at === 0 ? 20 : 12 })),
    rows: [
      ...rowsOf(row),
      ['应到会', String(row.roll?.due ?? ''), '实到会', String(row.roll?.voterIds.length ?? ''), ''],
      ['收回', String(row.result?.returned ?? ''), '无效', String(row.result?.invalid ?? ''), ''],
      [sayRound(row), '', '', '', ''],
    ],
  }))

export const report: Handlers<Pick<typeof contract, 'election.report'>> = {
  async 'election.report'({ format }, context) {
    const { store, subject, audit } = context
    const rounds = (await store.table(Elections).findAll({ activityId: subject.activityId })).sort((one, other) => one.round - other.round)
    const [first = subject, ...rest] = rounds
    const all: [Election, ...Election[]] = [first, ...rest]
    for (const memberId of new Set(all.flatMap(row => idsOf([...row.candidates, ...row.excused, ...row.barred, ...electedOf(row)]))))
      audit(memberId, 'election.exported')
    const named = { name: '选举情况报告', about: subject.branchId }
    if (format === 'xlsx') {
      const { writeWorkbook } = await import('../../../spreadsheets/write')
      return writeExport(context, { ...named, content: await writeWorkbook(excelReport(all)) })
    }
    // A file of its own beside the function (config/cloud/apart.ts).
    const { writeWord } = await import('../../../papers/word')
    return writeExport(context, { ...named, content: await writeWord(wordReport(all)), ending: 'docx' })
  },
}
