import type { Succeed } from '../../../kernel/succession'
import { Meetings } from './documents'
import { markRhythm } from './marks'

/** Meetings to come follow their activities, which the timer finds where they are then; what was held stays with the branch that held it. */
export const meetingsGo: Succeed = async ({ store, now }, { from }) => {
  await store.table(Meetings).update({ branchId: from, verdict: 'planned' }, { set: { due: now }, inc: { marks: 1 } })
}

/** What the branch that ended owed is late no longer; what the other owes may have changed with its people. */
export const rhythmsGo: Succeed = async (ports, { from, into }) => {
  await Promise.all([from, into].map(branchId => markRhythm(ports, { branchId })))
}
