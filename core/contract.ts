import { people } from './people/contract'
import { life } from './life/contract'
import { service } from './service/contract'
import { care } from './care/contract'
import { help } from './help/contract'
import { voice } from './voice/contract'
import { assessment } from './assessment/contract'
import { means } from './means/contract'
import { figures } from './figures/contract'
import { departures } from './departures/contract'
import { upkeep } from './upkeep/contract'

/** Every operation there is, by name. The client, the rights test and docs/api.json are all made from it. */
export const contract = {
  ...people,
  ...life,
  ...service,
  ...care,
  ...help,
  ...voice,
  ...assessment,
  ...means,
  ...figures,
  ...departures,
  ...upkeep,
} as const
export type Contract = typeof contract
export type OperationName = keyof Contract
