export const grades = ['excellent', 'qualified', 'basic', 'unqualified'] as const
export type Grade = (typeof grades)[number]

export const gradeWords: Readonly<Record<Grade, string>> = {
  excellent: '优秀',
  qualified: '合格',
  basic: '基本合格',
  unqualified: '不合格',
}

/**
 * How a person stands at a review. `full`: a full member of the branch, who is graded. `away`: the same, living elsewhere and taken in by a branch there, which may
 * grade them; here they need not be. `hosted`: such a member of another branch, graded here where they take part. `probationary` and `affiliate` take part and are
 * not graded.
 */
export const standings = ['full', 'away', 'hosted', 'probationary', 'affiliate'] as const
export type Standing = (typeof standings)[number]

/** Who takes part in talks, self-reviews and the ballot; an affiliate is there as a guest. */
export const takesPart = (standing: Standing): boolean => standing !== 'affiliate'
/** Who may be given a grade here. */
export const mayBeGraded = (standing: Standing): boolean => standing === 'full' || standing === 'away' || standing === 'hosted'
/** Who has to be given one here. */
export const isToBeGraded = (standing: Standing): boolean => standing === 'full'
/** Whose membership is with the branch: of their number no more than a part is excellent. */
export const countsAsFull = (standing: Standing): boolean => standing === 'full' || standing === 'away'

/** The most that may be excellent: of so many full members one in `oneIn`, never rounded up. */
export const mostExcellent = (full: number, oneIn: number): number => Math.floor(full / oneIn)

export interface Graded {
  memberId: string
  grade: Grade
}

export type GradeCounts = Record<Grade, number>
export const countGrades = (given: readonly Graded[]): GradeCounts => {
  const counts: GradeCounts = { excellent: 0, qualified: 0, basic: 0, unqualified: 0 }
  for (const { grade } of given) counts[grade] += 1
  return counts
}

type GradesVerdict =
  | { refused?: never; grades: Graded[]; left: string[] }
  | { refused: 'APPRAISAL_TOO_MANY_EXCELLENT'; data: { max: number } }

/**
 * The grades once these are given: a later one takes the place of the former. Those who are not graded here are left out (`left`). Refused as a whole where more
 * would be excellent than may be.
 */
export const judgeGrades = (
  before: readonly Graded[],
  given: readonly Graded[],
  gradable: ReadonlySet<string>,
  most: number,
): GradesVerdict => {
  const next = new Map(before.map(one => [one.memberId, one.grade]))
  for (const { memberId, grade } of given) if (gradable.has(memberId)) next.set(memberId, grade)
  const all = [...next].map(([memberId, grade]) => ({ memberId, grade }))
  if (countGrades(all).excellent > most) return { refused: 'APPRAISAL_TOO_MANY_EXCELLENT', data: { max: most } }
  return { grades: all, left: [...new Set(given.map(one => one.memberId).filter(id => !gradable.has(id)))] }
}

/** The ballots on one person: how many said which. */
export type Ballots = { memberId: string } & GradeCounts

/** The same ballots counted at two doors, on paper and on phones. */
export const addBallots = (one: readonly Ballots[], other: readonly Ballots[]): Ballots[] => {
  const ids = [...new Set([...one, ...other].map(each => each.memberId))]
  return ids.map(memberId => {
    const sum: GradeCounts = { excellent: 0, qualified: 0, basic: 0, unqualified: 0 }
    for (const each of [...one, ...other]) if (each.memberId === memberId) for (const grade of grades) sum[grade] += each[grade]
    return { memberId, ...sum }
  })
}

/** Whose ballots are more than were returned, or who is counted twice: what was typed cannot be. */
export const wrongBallots = (counts: readonly Ballots[], returned: number): string[] =>
  counts
    .filter((one, at) => {
      const sum = one.excellent + one.qualified + one.basic + one.unqualified
      return sum > returned || counts.findIndex(other => other.memberId === one.memberId) !== at
    })
    .map(one => one.memberId)
