import { forgetMe, refreshMe } from './session'
import { forgetAll } from '../../../platform/storage'

/** Clears what this phone remembers of the person (not the size of letters, nor marks that still have to be sent) and asks again who it is. */
export const endSession = async () => {
  forgetAll(['letter-size', 'marks/', 'mark-reports/'])
  forgetMe()
  await refreshMe()
}
