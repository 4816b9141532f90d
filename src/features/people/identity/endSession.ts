import { forgetMe, refreshMe } from './session'
import { forgetAll } from '../../../platform/storage'

/** Clears what this phone remembers of the person (not the size of letters, nor marks, ballots and tellers' keys, which are nowhere else) and asks again who it is. */
export const endSession = async () => {
  forgetAll(['letter-size', 'marks/', 'mark-reports/', 'ballots', 'teller/'])
  forgetMe()
  await refreshMe()
}
