import { house } from '../../cloudfunctions/house'
import { jobs } from '../../cloudfunctions/timer/jobs'
import { portsNow } from '../../cloudfunctions/wx/ports'

/** The jobs of the timer, each by itself: a message names one and the instant, the answer is what it did and its CPU in µs. */
interface Asked {
  name: keyof typeof jobs
  now: number
  /** Where the cloud is, as a function is told. */
  context: string
}
let instant = 0
Date.now = () => instant

const run = async ({ name, now, context }: Asked) => {
  instant = now
  process.env['TCB_CONTEXT_CNFG'] = context
  const before = process.cpuUsage()
  const ended = () => {
    const { user, system } = process.cpuUsage(before)
    return user + system
  }
  try {
    const did = await jobs[name](portsNow(house))
    return { did, cpu: ended() }
  } catch (error) {
    return { did: 0, cpu: ended(), failed: String(error) }
  }
}
process.on('message', (asked: Asked) => void run(asked).then(answer => process.send?.(answer)))
process.send?.(Object.keys(jobs))
