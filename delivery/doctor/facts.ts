import { Environment } from '../../core/shared/environment'
import type { BackupsNow, Health } from '../../core/upkeep/health/judge'
import type { Address } from '../cloud/environment'

/**
 * What the SDK of the functions looks for around it. The doctor reads what a function would read, by the same use-cases, and so stands where a function
 * does; it writes nothing.
 */
const surroundings = ({ envId, keys, endpoint }: Address): Readonly<Record<string, string>> => ({
  SCF_NAMESPACE: envId,
  TENCENTCLOUD_SECRETID: keys.secretId,
  TENCENTCLOUD_SECRETKEY: keys.secretKey,
  ...(endpoint === undefined
    ? {}
    : { TENCENTCLOUD: 'true', TCB_CONTEXT_KEYS: 'TCB_CONTEXT_CNFG', TCB_CONTEXT_CNFG: JSON.stringify({ URL: `${endpoint}/admin` }) }),
})

/**
 * How an environment runs at an instant, from what it notes of itself. Once in a process: the SDK keeps the first environment.
 * @param settings what its functions read at run time
 */
export const factsOf = async (address: Address, settings: object, now: number): Promise<{ health: Health; backups: BackupsNow }> => {
  Object.assign(process.env, surroundings(address))
  const [{ portsNow }, { house }, { healthOf }, { backupsNow }] = await Promise.all([
    import('../../cloudfunctions/wx/ports'),
    import('../../cloudfunctions/house'),
    import('../../cloudfunctions/features/upkeep/health/get'),
    import('../../cloudfunctions/features/upkeep/backups/state'),
  ])
  const said = Environment.parse(settings)
  const ports = { ...portsNow(house), environment: () => said, now }
  const [health, backups] = await Promise.all([healthOf(ports), backupsNow(ports)])
  return { health, backups }
}
