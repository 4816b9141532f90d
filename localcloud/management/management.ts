import type { ServerResponse } from 'node:http'
import type { Database } from '../engine/database'
import type { MayInvoke } from '../functions/rules'
import { sendJson, type Route } from '../http/exchange'
import { databaseActions } from './database'
import { environmentActions, type Usage } from './environment'
import { createFailures } from './failures'
import { functionActions } from './functions'
import { ManagementError } from './refusal'
import { managementRoutes } from './routes'
import { openRules } from './rules'
import type { ManagedShelf } from './shelf'

interface Parts {
  envId: string
  database: Pick<Database, 'listCollections' | 'createCollection' | 'createIndex' | 'indexesOf'>
  shelf: ManagedShelf
  /** Told when triggers have changed; throws where one cannot be read. */
  onTimers: () => void
  /** File that keeps who may do what. */
  rulesFile: string
  /** Whether phones may call a function, until rules come by this door. */
  mayInvoke: MayInvoke
  usage: () => Usage
  /** Collections of a file, which no phone reaches. */
  isDeclared: (name: string) => boolean
}

/** The door by which an environment is managed: its collections, functions and rules. */
export interface Management {
  routes: readonly Route[]
  mayInvoke: MayInvoke
  /** Serves a call to the server API that no function makes; it may meet an ordered failure too. */
  asAdministrator: (res: ServerResponse, serve: () => void) => void
}

export function openManagement({ envId, database, shelf, onTimers, rulesFile, mayInvoke, isDeclared, usage }: Parts): Management {
  const isCollection = (name: string) => database.listCollections().some(one => one.name === name)
  const rules = openRules(rulesFile, { isCollection, isDeclared, mayInvoke })
  const failures = createFailures()
  const { ListFunctions, ...scf } = functionActions(shelf, onTimers)
  const services = { tcb: { ...environmentActions(envId, usage), ...databaseActions(database), ...rules.actions, ListFunctions }, scf }
  return {
    routes: managementRoutes({ envId, services, failures }),
    mayInvoke: rules.mayInvoke,
    asAdministrator(res, serve) {
      try {
        const met = failures.meet()
        if (met === 'nothing') serve()
        else if (met === 'unheard') res.socket?.destroy()
        else {
          // The answer is written into nothing.
          res.end = () => {
            res.socket?.destroy()
            return res
          }
          serve()
        }
      } catch (error) {
        if (!(error instanceof ManagementError)) throw error
        sendJson(res, { code: error.code, message: error.message })
      }
    },
  }
}
