import { useQuery } from '../../../platform/query'

const NUMERALS = '一二三四五六七八九十'

/** 第一, 第二 … as one counts; names without a number after them. */
const rank = (name: string): number => {
  const at = NUMERALS.indexOf(/^第(.)/.exec(name)?.[1] ?? ' ')
  return at < 0 ? NUMERALS.length : at
}

/** As one counts: 第一, 第二, 第三. */
export const byNumber = (one: { name: string }, other: { name: string }): number => rank(one.name) - rank(other.name)

/** The Party groups of a branch that are not closed, in the order of their numbers. */
export const useGroups = (branchId: string) => {
  const query = useQuery('org.children', { orgId: branchId })
  const groups = (query.data?.items ?? []).filter(one => one.kind === 'group' && !one.closed)
  return { query, groups: groups.sort(byNumber) }
}
