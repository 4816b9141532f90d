import { appraisals } from './appraisals/contract'
import { ballots } from './ballots/contract'
import { rounds } from './rounds/contract'
import { elections } from './elections/contract'
import { surveys } from './surveys/contract'
import { suggestions } from './suggestions/contract'
import { votes } from './votes/contract'

/** The operations of this context. */
export const voice = { ...suggestions, ...ballots, ...appraisals, ...surveys, ...elections, ...rounds, ...votes } as const
