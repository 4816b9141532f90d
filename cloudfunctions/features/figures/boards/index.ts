import { boards as contract, type BoardTopic } from '../../../../core/figures/boards/contract'
import { monthsTo } from '../../../../core/figures/boards/figures'
import { dateOf, monthOf } from '../../../../core/shared/calendar'
import { writeExport } from '../../../kernel/files'
import { type Rollup, RollupDrifts, RollupNights, Rollups } from '../../../kernel/documents'
import { byNumber, pageBy } from '../../../kernel/keyset'
import type { Ports } from '../../../kernel/ports'
import { nightOf } from '../../../kernel/rollup-night'
import { rollupId } from '../../../kernel/rollups'
import type { Store } from '../../../kernel/store'
import type { Handlers } from '../use-case'
import { beingCounted } from './counting'
import { figuresIn, type Panel, panels, type When } from './panels'

/** Organizations on one page of the chart; branches of one topic under “needs attention”. */
const PAGE = 20
const ATTENTION = 5
/** Months of a number's line. */
const MONTHS = 6
/** Branches of one topic in the sheet “needs attention”. */
const ATTENTION_ROWS = 300

/** What needs most attention first. */
const mostFirst = byNumber('worry', 'desc')

const lineOf = (one: Panel<unknown>, row: Rollup, when: When) => ({
  topic: one.name,
  orgId: row.orgId,
  name: row.name,
  worry: row.worry,
  figures: figuresIn(one, row, when) ?? {},
})

/** The branches under an organization that need most attention in one topic. */
const worstRows = (store: Store, one: Panel<unknown>, orgId: string, { month, today }: When, size: number, cursor?: string) =>
  pageBy(store.table(Rollups), { scopes: orgId, topic: one.topic.name, period: one.period(month, today), worry: { gt: 0 } }, mostFirst, {
    size,
    cursor,
  })

const worstOf = async (store: Store, one: Panel<unknown>, orgId: string, when: When, size: number) =>
  (await worstRows(store, one, orgId, when, size)).items.map(row => lineOf(one, row, when))

const worrying = panels.filter(one => one.worries !== '')

const attentionOf = async (store: Store, orgId: string, when: When, limit: number) =>
  (await Promise.all(worrying.map(one => worstOf(store, one, orgId, when, limit)))).flat()

/** The topic of the chart: the one asked for, else the first that can worry. */
const chartOf = (asked: BoardTopic | undefined): Panel<unknown> => {
  const found = panels.find(one => one.name === asked) ?? worrying[0]
  if (!found) throw new Error('a board shows something')
  return found
}

/** What stands directly under an organization, each with its row of every panel. */
const belowOf = async (store: Store, orgId: string, { month, today }: When) => {
  const table = store.table(Rollups)
  const rows = await Promise.all(
    panels.map(one => table.findAll({ parentId: orgId, topic: one.topic.name, period: one.period(month, today) })),
  )
  const names = new Map(rows.flat().map(row => [row.orgId, row.name]))
  return [...names]
    .sort(([, one], [, other]) => one.localeCompare(other, 'zh-CN'))
    .map(([id, name]) => ({
      orgId: id,
      name,
      counted: panels.map((one, index) => ({ one, row: rows[index]?.find(row => row.orgId === id) })),
    }))
}

/** How last night's comparison went below an organization. */
const comparedOf = async ({ store, now }: Pick<Ports, 'store' | 'now'>, orgId: string) => {
  const date = nightOf(now)
  const [night, repaired] = await Promise.all([
    store.table(RollupNights).get(date),
    store.table(RollupDrifts).count({ scopes: orgId, date }),
  ])
  const state = night === null ? ('none' as const) : night.finishedAt === undefined ? ('running' as const) : ('done' as const)
  return { date, state, repaired }
}

export const handlers: Handlers<typeof contract> = {
  async 'board.get'({ orgId, period, topic, cursor }, { store, subject, now }) {
    const month = period ?? monthOf(now)
    const today = dateOf(now)
    const when = { month, today }
    const chart = chartOf(topic)
    const table = store.table(Rollups)
    const months = monthsTo(month, MONTHS)
    const periods = panels.map(one => [...months.map(each => one.period(each, today)), one.before(month, today)])
    const ids = panels.flatMap((one, index) => periods[index]?.map(each => rollupId(one.topic.name, orgId, each)) ?? [])
    const [own, page, attention, compared, counting] = await Promise.all([
      table.getMany([...new Set(ids)]),
      pageBy(table, { parentId: orgId, topic: chart.topic.name, period: chart.period(month, today) }, mostFirst, { size: PAGE, cursor }),
      attentionOf(store, orgId, when, ATTENTION),
      comparedOf({ store, now }, orgId),
      beingCounted({ store, now }, orgId),
    ])
    const rows = new Map(own.map(row => [row._id, row]))
    const at = (one: Panel<unknown>, each: string) => rows.get(rollupId(one.topic.name, orgId, each))
    return {
      name: subject.name,
      kind: subject.kind,
      period: month,
      figures: panels.map(one => ({
        topic: one.name,
        now: figuresIn(one, at(one, one.period(month, today)), when),
        before: figuresIn(one, at(one, one.before(month, today)), when),
        ...(counting(one.topic.name, one.period(month, today)) ? { counting: true } : {}),
        worry: at(one, one.period(month, today))?.worry ?? 0,
        history: months.map(each => figuresIn(one, at(one, one.period(each, today)), { month: each, today })),
      })),
      below: { topic: chart.name, items: page.items.map(row => lineOf(chart, row, when)), cursor: page.cursor },
      attention,
      compared,
      countedAt: own.length === 0 ? null : Math.max(...own.map(row => row.countedAt)),
    }
  },

  async 'board.table'({ orgId, period }, { store, now }) {
    const when = { month: period ?? monthOf(now), today: dateOf(now) }
    const below = await belowOf(store, orgId, when)
    return {
      items: below.map(({ counted, ...org }) => ({
        ...org,
        topics: Object.fromEntries(
          counted.flatMap(({ one, row }) => {
            const figures = figuresIn(one, row, when)
            return figures ? [[one.name, figures] as const] : []
          }),
        ),
      })),
    }
  },

  async 'board.worst'({ orgId, topic, period, cursor }, { store, now }) {
    const today = dateOf(now)
    const when = { month: period ?? monthOf(now), today }
    const one = chartOf(topic)
    const page = await worstRows(store, one, orgId, when, PAGE, cursor)
    return { items: page.items.map(row => lineOf(one, row, when)), cursor: page.cursor }
  },

  async 'board.export'({ orgId, period }, context) {
    const { store, subject, now } = context
    const month = period ?? monthOf(now)
    const today = dateOf(now)
    const when = { month, today }
    const [below, attention, counting, { writeWorkbook }] = await Promise.all([
      belowOf(store, orgId, when),
      attentionOf(store, orgId, when, ATTENTION_ROWS),
      beingCounted(context, orgId),
      import('../../../spreadsheets/write'),
    ])
    const cells = (row: Rollup | undefined, one: Panel<unknown>) => {
      const figures = figuresIn(one, row, when)
      const unsure = counting(one.topic.name, one.period(month, today))
      return Object.keys(one.columns).map(key => (unsure ? '正在统计' : figures?.[key] === undefined ? '' : String(figures[key])))
    }
    const rows = below.map(({ name, counted }) => [name, ...counted.flatMap(({ one, row }) => cells(row, one))])
    const titles = panels.flatMap(one => Object.values(one.columns))
    const content = await writeWorkbook([
      { name: `${month}各单位`, columns: [{ title: '单位', width: 36 }, ...titles.map(title => ({ title, width: 10 }))], rows },
      {
        name: '需要关注',
        columns: [
          { title: '支部', width: 36 },
          { title: '事项', width: 20 },
          { title: '数目', width: 10 },
        ],
        rows: attention.map(line => [line.name, panels.find(one => one.name === line.topic)?.worries ?? '', String(line.worry)]),
      },
    ])
    return writeExport(context, { name: '看板', about: subject._id, content })
  },
}

export { contract }
export { homes } from '../use-case'
