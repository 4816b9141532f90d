import { activities } from '../../../../core/life/activities/contract'
import { strandsContract } from '../../../../core/life/strands/contract'
import type { Handlers } from '../use-case'
import { theme } from '../strands/themes'
import { year } from '../strands/year'
import { cancel } from './cancel'
import { change } from './change'
import { get } from './get'
import { list } from './list'
import { listTemplates } from './list-templates'
import { outlook } from './outlook'
import { publish } from './publish'
import { read } from './read'
import { receipts } from './receipts'
import { record } from './record'
import { remind } from './remind'
import { removeTemplate } from './remove-template'
import { saveTemplate } from './save-template'
import { statistics } from './statistics'
import { told } from './told'
import { undo } from './undo'

const contract = { ...activities, ...strandsContract } as const

/** Activities (P10): put up, seen, read, followed up and repeated; what a branch's year was (P14). */
export const handlers: Handlers<typeof contract> = {
  ...{ ...outlook, ...publish, ...change, ...cancel, ...undo, ...told, ...list, ...get, ...read },
  ...{ ...receipts, ...remind, ...record, ...statistics },
  ...{ ...saveTemplate, ...listTemplates, ...removeTemplate },
  ...{ ...theme, ...year },
}

export { contract }
export { homes } from '../use-case'
