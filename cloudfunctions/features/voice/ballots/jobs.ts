import { eachRow, type Job } from '../../../kernel/jobs'
import { closeBox, lookOnceMore } from './boxes'
import { BallotBoxes } from './documents'

const EACH_RUN = 20

/** Closes boxes whose time is up, goes on with closings that were cut off, and looks once more at those that are closed. */
const closeBoxes: Job = async ports => {
  const { store, now } = ports
  const due = await store.table(BallotBoxes).find({ closeDue: { lte: now } }, { order: [['closeDue', 'asc']], limit: EACH_RUN })
  return eachRow(due, 'closeBoxes', async box => {
    if (box.state === 'closed') await lookOnceMore(ports, box)
    else await closeBox(ports, box._id)
  })
}

export const ballotJobs = { closeBoxes }
