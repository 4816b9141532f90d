import { AsyncLocalStorage } from 'node:async_hooks'
import type { Operation } from './admin/admin'
import type { Running } from './functions/runtime'

/** Tells, inside an action of the admin API, which invocation of a function asked for it. */
export interface Callers {
  /** Serves one request to the admin API; `path` with its query, as it was sent. */
  within: (running: Running | undefined, path: string, serve: () => void) => void
  /** The invocation that is being served; undefined for a request from elsewhere. */
  current: () => Running | undefined
  /** To be told of each operation that the admin API has finished. */
  onOperation: (operation: Operation) => void
}

export function createCallers(): Callers {
  const storage = new AsyncLocalStorage<{ running: Running | undefined; path: string }>()
  return {
    within: (running, path, serve) => storage.run({ running, path }, serve),
    current: () => storage.getStore()?.running,
    onOperation({ action, collection, index, examined }) {
      const request = storage.getStore()
      if (!action.startsWith('database.')) return
      request?.running?.count.onDatabaseOperation(request.path, { action: action.slice('database.'.length), collection, index, examined })
    },
  }
}
