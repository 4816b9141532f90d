import { holds } from '../../../kernel/access'
import { eachRow, type Job } from '../../../kernel/jobs'
import { Members } from '../documents'
import { RosterPreviews } from './documents'
import { importParts } from './import-parts'

/** Imports that one run goes on with. */
const EACH_RUN = 2

/** Goes on with imports that were cut off. Where the officer who confirmed it no longer holds office there, it stays as it is. */
export const finishImports: Job = async ports => {
  const { store, now } = ports
  const due = await store.table(RosterPreviews).find({ dueAt: { lte: now } }, { order: [['dueAt', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'finishImports', async preview => {
    const { confirmedBy: actor } = preview
    const officer = actor?.memberId ? await store.table(Members).get(actor.memberId) : null
    if (actor && officer?.state === 'active' && holds([officer], ['secretary', 'street', 'bureau'], preview.path))
      await importParts({ ...ports, previewId: preview._id, actor, grants: officer.grants }, preview)
    else await store.table(RosterPreviews).update({ _id: preview._id }, { unset: ['dueAt'] })
  })
}
