import { publishDueTemplates, tellMovedUp } from '../features/activities/jobs'
import { birthdayJobs } from '../features/birthdays/jobs'
import { boardJobs } from '../features/boards/jobs'
import { lookAtPosts, refreshCards } from '../features/posts/jobs'
import { advanceRequests } from '../features/requests/jobs'
import { deliverPairings } from '../kernel/caseloads'
import { aftercareJobs } from '../features/aftercare/jobs'
import { careJobs } from '../features/special-care/jobs'
import { visitJobs } from '../features/visits/jobs'
import { kernelJobs, runJobs } from '../kernel/jobs'
import { cloud } from '../wx/cloud'
import { portsNow } from '../wx/ports'

const jobs = {
  deliverPairings,
  advanceRequests,
  ...kernelJobs,
  publishDueTemplates,
  tellMovedUp,
  lookAtPosts,
  refreshCards,
  ...birthdayJobs,
  ...boardJobs,
  ...careJobs,
  ...aftercareJobs,
  ...visitJobs,
}

/** Runs each minute; nobody but the platform's timer may call it. */
export const main = async () => {
  if (cloud.getWXContext().SOURCE !== 'wx_trigger') return { ok: false, code: 'FORBIDDEN' }
  return { ok: true, data: await runJobs(jobs, portsNow()) }
}
