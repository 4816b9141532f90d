import { nameKey, sameName } from '../names/names'

/** Who among those with a verified number a person says they are. */
export interface Claim {
  name?: string | undefined
  birthYear?: number | undefined
  /** The one of the candidates that was chosen. */
  candidate?: string | undefined
}

export interface Candidate {
  name: string
  /** Stands for the person towards this account. */
  candidate: string
  birthYear: number | undefined
  /** Holds an office: bound by an invitation from above only. */
  officer: boolean
}

/** As many years are offered, one of them right. */
export const YEARS = 6
const WIDEST_STEP = 3

/**
 * Six years near one another, in order, of which the given one is any with the same likelihood.
 * @param below any whole number below the given one
 */
export const yearsAround = (right: number, below: (count: number) => number): number[] => {
  const place = below(YEARS)
  const step = () => 1 + below(WIDEST_STEP)
  const years = [right]
  for (let before = 0; before < place; before++) years.unshift((years[0] ?? right) - step())
  while (years.length < YEARS) years.push((years.at(-1) ?? right) + step())
  return years
}

/** Whether a claim says anything that can be wrong. */
export const isGuess = ({ name, birthYear }: Claim): boolean => name !== undefined || birthYear !== undefined

/** A claim as it is counted: said twice, it is one guess. */
export const guessOf = ({ name, birthYear, candidate }: Claim): string =>
  [name === undefined ? '' : nameKey(name), birthYear ?? '', name === undefined ? (candidate ?? '') : ''].join('/')

/** Whether what is claimed is true of a person. */
export const fitsClaim = (person: Pick<Candidate, 'name' | 'birthYear'>, { name, birthYear }: Claim): boolean =>
  (name === undefined || sameName(person.name, name)) && (birthYear === undefined || person.birthYear === birthYear)

/** Those of the candidates that a claim speaks of. */
export const askedOf = <C extends Candidate>(candidates: readonly C[], { candidate }: Claim): C[] =>
  candidates.filter(one => candidate === undefined || one.candidate === candidate)

/**
 * Who it is: the one whose name fits, or, chosen without typing, whose year of birth does. An officer is no more than told by name; of a person whose birthday
 * is not known only the name speaks.
 */
export const chooseByClaim = <C extends Candidate>(
  candidates: readonly C[],
  claim: Claim,
): { found: C } | { refused: 'PHONE_UNKNOWN' | 'PHONE_WHO' | 'OFFICE_NEEDS_INVITE' } => {
  if (candidates.length === 0) return { refused: 'PHONE_UNKNOWN' }
  if (candidates.every(one => one.officer)) return { refused: 'OFFICE_NEEDS_INVITE' }
  const fitting = isGuess(claim)
    ? askedOf(candidates, claim).filter(one => (claim.name !== undefined || !one.officer) && fitsClaim(one, claim))
    : []
  const [found, another] = fitting
  if (!found || another) return { refused: 'PHONE_WHO' }
  return found.officer ? { refused: 'OFFICE_NEEDS_INVITE' } : { found }
}
