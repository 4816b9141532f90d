/** What may be without something, in the order of the six 全覆盖 of S4 (docs/decisions: which lists stand for which). */
export const gapKinds = ['committee', 'no-home', 'no-activity', 'unpaired', 'no-branch', 'liaison'] as const
export type GapKind = (typeof gapKinds)[number]

/** What a share is taken of. */
export const wholes = ['branches', 'members', 'elders', 'units'] as const
export type Whole = (typeof wholes)[number]

/** Of what each kind is a part. */
export const wholeOf: Readonly<Record<GapKind, Whole>> = {
  committee: 'branches',
  'no-home': 'members',
  'no-activity': 'branches',
  unpaired: 'elders',
  'no-branch': 'units',
  liaison: 'branches',
}

/** The kinds whose lines are people; the others are organizations. */
export const ofPeople: readonly GapKind[] = ['no-home', 'unpaired']

/** What the secretary of the branch can mend, and may be reminded of. */
export const remindable = ['committee', 'no-activity', 'unpaired'] as const
export type Remindable = (typeof remindable)[number]

/** How many there are of each whole, and how many lack something, of one organization with all below it. */
export interface Coverage {
  of: Record<Whole, number>
  lacking: Record<GapKind, number>
}

export const nothingCovered: Coverage = {
  of: { branches: 0, members: 0, elders: 0, units: 0 },
  lacking: { committee: 0, 'no-home': 0, 'no-activity': 0, unpaired: 0, 'no-branch': 0, liaison: 0 },
}

const sums = <K extends string>(keys: readonly K[], one: Record<K, number>, other: Record<K, number>): Record<K, number> =>
  keys.reduce((sum, key) => ({ ...sum, [key]: one[key] + other[key] }), one)

/** The sum of two. */
export const addCoverage = (one: Coverage, other: Coverage): Coverage => ({
  of: sums(wholes, one.of, other.of),
  lacking: sums(gapKinds, one.lacking, other.lacking),
})

/** Of these rows, how many of each kind there are. */
export const countGaps = (rows: readonly { kind: GapKind }[]): Record<GapKind, number> =>
  rows.reduce((sum, { kind }) => ({ ...sum, [kind]: sum[kind] + 1 }), nothingCovered.lacking)

/** The figures by name, as a board has them: each kind, and each whole. */
export const coverageFigures = ({ of, lacking }: Coverage): Record<string, number> => ({ ...lacking, ...of })
