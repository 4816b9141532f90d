import type { OrganizationKind } from '../../shared/organization-kinds'
import { fold, saysNothing, withoutIdNumbers } from './cells'
import { fromChinese } from './numerals'
import type { Fault, PersonRow, Place } from './row'

/** An organization of the subtree that a file is imported into. */
export interface Standing {
  orgId: string
  name: string
  kind: OrganizationKind
  path: string
  closed: boolean
}

/** A branch that is not there yet: its name as it is first written, and what it is to stand under. */
export interface Founding {
  /** One for all the spellings of the branch under that organization. */
  key: string
  name: string
  under: Standing
}

/** Where a row belongs: a branch that stands, one that is to be made, or neither, and why. */
export type Belonging = { at: Standing } | { founding: Founding } | { fault: Fault }

/** Where rows stand that belong to no branch. */
export const UNPLACED = 'unplaced'

/** As long as the name of an organization may be. */
const LONGEST_NAME = 40

/** Without what the eye or the habit does not tell apart: width, blanks, brackets, 中共 before it, 第三 and 第3. */
const plain = (text: string): string =>
  fold(text)
    .replace(/\s/g, '')
    .replace(/[【[〔]/g, '(')
    .replace(/[】\]〕]/g, ')')
    .replace(/^(?:中国共产党|中共)/, '')
    .replace(/第([一二三四五六七八九十]{1,3})/g, (whole, number: string) => {
      const value = fromChinese(number)
      return value === null ? whole : `第${String(value)}`
    })

/** One spelling of a branch: 中共银湖支部委员会, 银湖党支部, 银湖支部 and, in a column of branches, 银湖. Nothing else is taken for the same. */
export const branchKey = (text: string): string => plain(text).replace(/党?支部(?:委员会|支委会)?$/, '')

/** One spelling of a street or what else gathers branches: 常青街道党工委, 常青街道办事处, 常青街. */
export const gatheringKey = (text: string): string =>
  plain(text)
    .replace(/(?:街道办事处|街道办|街道|街)(?:党工委|工委|党委|工作委员会|委员会)?$/, '街')
    .replace(/([镇乡])(?:党委|委员会|人民政府|政府)$/, '$1')
    .replace(/(?:党工委|工委|党委)$/, '')

const quoted = (text: string) => `“${text}”`
const listed = (names: readonly string[]) => names.map(quoted).join('、')

const grouped = (all: readonly Standing[], keyOf: (name: string) => string): Map<string, Standing[]> => {
  const by = new Map<string, Standing[]>()
  for (const one of all) by.set(keyOf(one.name), [...(by.get(keyOf(one.name)) ?? []), one])
  return by
}

const faultAt = ({ column, cell }: Place, message: string): { fault: Fault } => ({ fault: { column, cell, message } })

/**
 * Says where each row belongs, by the branch it names and, where the file has a column for it, the street. A branch is looked for below the street, else below
 * all of `root`; one that is not there is to be made under the street, else directly under `root`.
 * @param standing every organization below `root`, itself included
 */
export const placer = (root: Standing, standing: readonly Standing[]): ((row: PersonRow) => Belonging) => {
  const branches = grouped(
    standing.filter(one => one.kind === 'branch'),
    branchKey,
  )
  const gatherings = grouped(
    standing.filter(one => one.kind !== 'branch' && one.kind !== 'group' && !one.closed),
    gatheringKey,
  )
  const parentOf = ({ path }: Standing) => standing.find(one => one.path === path.replace(/[^/]+\/$/, ''))
  const founded = new Map<string, Founding>()

  /** The organization that the row's street is, `root` where it names none. */
  const underOf = (street: Place | undefined): { under: Standing } | { fault: Fault } => {
    if (street === undefined || saysNothing(fold(street.text))) return { under: root }
    const [one, ...others] = gatherings.get(gatheringKey(street.text)) ?? []
    if (!one)
      return faultAt(
        street,
        `没有叫${quoted(street.text)}的街道。请改成${quoted(root.name)}下面已有的街道${root.kind === 'committee' ? '，或者先建立这个街道' : ''}`,
      )
    return others.length === 0
      ? { under: one }
      : faultAt(street, `有${String(others.length + 1)}个组织叫${quoted(street.text)}，看不出是哪一个。请写全称`)
  }

  const found = (branch: Place, key: string, under: Standing): Belonging => {
    const name = withoutIdNumbers(branch.text).text
    if ([...name].length > LONGEST_NAME)
      return faultAt(branch, `${quoted(name)}太长，不像支部名称。请写${String(LONGEST_NAME)}个字以内的名称`)
    const id = `${under.orgId}/${key}`
    const founding = founded.get(id) ?? { key, name, under }
    founded.set(id, founding)
    return { founding }
  }

  return ({ branch, street, nameCell }) => {
    if (!branch)
      return { fault: { column: '所在党支部', cell: nameCell, message: '这一页没有写支部的一列。请加一列“所在党支部”，写上每个人的支部' } }
    const key = branchKey(branch.text)
    if (saysNothing(fold(branch.text)) || key === '') return faultAt(branch, `没有写支部。请在${branch.cell}写上支部名称`)
    const placed = underOf(street)
    if ('fault' in placed) return placed
    const { under } = placed
    const named = (branches.get(key) ?? []).filter(one => one.path.startsWith(under.path))
    const open = named.filter(one => !one.closed)
    const [one] = open
    if (one && open.length === 1) return { at: one }
    if (one) {
      const homes = listed(open.map(each => parentOf(each)?.name ?? each.name))
      return faultAt(
        branch,
        `有${String(open.length)}个支部叫${quoted(branch.text)}（在${homes}），看不出是哪一个。请${street ? '写全称' : '加一列“所属街道”'}`,
      )
    }
    return named.length > 0 ? faultAt(branch, `支部${quoted(branch.text)}已经撤销。请改成这位同志现在的支部`) : found(branch, key, under)
  }
}
