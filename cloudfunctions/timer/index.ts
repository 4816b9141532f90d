import { runJobs } from '../kernel/jobs'
import { whileRestoring } from '../features/upkeep/public'
import { peeking } from '../kernel/peeking'
import { Organizations } from '../features/people/public'
import { house } from '../house'
import { cloud } from '../wx/cloud'
import { portsNow } from '../wx/ports'
import { jobs } from './jobs'

/** Runs each minute; only the platform's timer may call it. It rests while a restore puts back the rows that it would act upon. */
export const main = async () => {
  if (cloud.getWXContext().SOURCE !== 'wx_trigger') return { ok: false, code: 'FORBIDDEN' }
  const ports = portsNow(house)
  return { ok: true, data: await runJobs(jobs, { ...ports, store: peeking(ports.store, Organizations, whileRestoring) }) }
}
