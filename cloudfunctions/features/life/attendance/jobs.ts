import { every, type Job } from '../../../kernel/jobs'
import { Kiosks } from '../documents'

/** Tablets of activities that are over. */
export const forgetKiosks: Job = every(60, ({ store, now }) => store.table(Kiosks).remove({ until: { lt: now } }))
