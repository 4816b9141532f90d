import { activities as contract } from '../../../../core/life/activities/contract'
import type { Handlers } from '../use-case'
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

/** Activities (P10): put up, seen, read, followed up and repeated. */
export const handlers: Handlers<typeof contract> = {
  ...{ ...outlook, ...publish, ...change, ...cancel, ...undo, ...told, ...list, ...get, ...read },
  ...{ ...receipts, ...remind, ...record, ...statistics },
  ...{ ...saveTemplate, ...listTemplates, ...removeTemplate },
}

export { contract }
export { homes } from '../use-case'
