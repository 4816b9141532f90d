import { nameKey } from '../../people/public'
import { fenOf } from './words'

type Cell = string | number | boolean | Date | null

/** A row of a list of dues that a bank or a unit made. */
export interface FileRow {
  /** As the file counts it, the first being 1. */
  row: number
  name: string
  /** The last digits of a number, as far as the file has any. */
  tail: string
  /** Undefined where it says no amount. */
  fen: number | undefined
}

const said = (cell: Cell | undefined): string =>
  cell === null || cell === undefined ? '' : cell instanceof Date ? '' : String(cell).trim()
const isName = (title: string) => /^(姓名|名字|户名|缴费人|交费人|党员姓名|客户姓名)/u.test(title)
const isAmount = (title: string) => /(金额|党费|应扣|实扣|扣款|实缴|应缴|实收|发生额)/u.test(title)
const isTail = (title: string) => /(尾号|手机|电话|卡号|账号|帐号|证件|身份证|工号)/u.test(title)

interface Columns {
  at: number
  name: number
  amount: number
  tail: number
}

const columnsIn = (rows: readonly (readonly Cell[])[]): Columns | undefined => {
  for (const [at, row] of rows.slice(0, 20).entries()) {
    const titles = row.map(cell => said(cell).replace(/\s/gu, ''))
    const [name, amount] = [titles.findIndex(isName), titles.findLastIndex(isAmount)]
    if (name >= 0 && amount >= 0) return { at, name, amount, tail: titles.findIndex(isTail) }
  }
  return undefined
}

/** The rows of the first sheet that has names and amounts; null where none has. Sums below the list are left out. */
export const readDuesFile = (sheets: readonly { rows: readonly (readonly Cell[])[]; hidden?: boolean }[]): FileRow[] | null => {
  for (const { rows, hidden } of sheets) {
    const columns = hidden === true ? undefined : columnsIn(rows)
    if (!columns) continue
    return rows.flatMap((cells, index): FileRow[] => {
      const name = said(cells[columns.name])
      if (index <= columns.at || name === '' || /^(合计|总计|小计|制表|备注)/u.test(name)) return []
      const amount = cells[columns.amount]
      const fen = typeof amount === 'number' ? Math.round(amount * 100) : fenOf(said(amount))
      const tail = columns.tail < 0 ? '' : said(cells[columns.tail]).replace(/\D/gu, '').slice(-4)
      return [{ row: index + 1, name, tail, fen }]
    })
  }
  return null
}

/** As much of a member as a list is compared with. */
export interface Known {
  memberId: string
  name: string
  phones: readonly string[]
}

/** Whose row it is: one person for sure, or a question with those it may be; none where the branch knows no such name. */
export type Whose = { memberId: string } | { asks: 'which' | 'tail' | 'unknown' | 'twice'; among: string[] }

/**
 * Whose each row is. A name that one person bears is theirs, unless last digits say otherwise; of namesakes the digits decide. A person named by two rows is asked
 * about at the second.
 */
export const matchRows = (rows: readonly FileRow[], members: readonly Known[]): Whose[] => {
  const named = new Map<string, Known[]>()
  for (const one of members) named.set(nameKey(one.name), [...(named.get(nameKey(one.name)) ?? []), one])
  const taken = new Set<string>()
  return rows.map(({ name, tail }): Whose => {
    const among = named.get(nameKey(name)) ?? []
    const ids = among.map(one => one.memberId)
    if (among.length === 0) return { asks: 'unknown', among: [] }
    const fits = tail === '' ? [] : among.filter(one => one.phones.some(phone => phone.endsWith(tail)))
    const [only] = among.length === 1 && (tail === '' || among[0]?.phones.length === 0) ? among : fits
    if (!only || (among.length > 1 && fits.length !== 1)) return { asks: among.length > 1 ? 'which' : 'tail', among: ids }
    if (taken.has(only.memberId)) return { asks: 'twice', among: ids }
    taken.add(only.memberId)
    return { memberId: only.memberId }
  })
}
