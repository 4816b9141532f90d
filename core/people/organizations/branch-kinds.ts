/** Kinds of branch (S4 建制 / 非建制 三不转, S0 功能型, S1 临时, S2 社团, 社区, 网格; 联合: of several units, each too small for its own). */
export const branchKinds = ['established', 'unestablished', 'functional', 'temporary', 'society', 'community', 'grid', 'joint'] as const
/** What a kind of branch may switch off, by its number in the rule set. */
export const kindSwitches = ['branch.elects', 'branch.appointed', 'branch.collects-dues', 'branch.votes'] as const
export type BranchKind = (typeof branchKinds)[number]

/** Kinds of branch as the bureau files them. */
export const branchKindWords: Readonly<Record<BranchKind, string>> = {
  established: '建制支部',
  unestablished: '非建制支部（三不转）',
  functional: '功能型支部',
  temporary: '临时党支部',
  society: '社团支部',
  community: '社区支部',
  grid: '网格支部',
  joint: '联合党支部',
}
