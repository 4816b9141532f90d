import { inForce } from '../../../../core/shared/hours'
import type { Store } from '../../../kernel/store'
import { Attendances, type Activity } from '../documents'

/** How many signed in to an activity, at its present hours. */
export const presentAt = async (store: Store, activity: Activity): Promise<number> => {
  const rows = await store.table(Attendances).findAll({ activityId: activity._id })
  return rows.filter(row => row.state === 'present' && inForce(row, activity) !== null).length
}
