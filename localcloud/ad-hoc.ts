import type { Action } from './admin/admin'
import type { Database } from './engine/database'

/**
 * The actions of a database whose project declares no collections: each collection begins to exist when it is first named, as if somebody had
 * made it in the console. Transactions are as usual, since the collection is there before the operation runs.
 */
export function withAdHocCollections({ actions, listCollections }: Pick<Database, 'actions' | 'listCollections'>): Record<string, Action> {
  const known = new Set(listCollections().map(({ name }) => name))
  const create = actions['database.addCollection']
  const prepared =
    (action: Action): Action =>
    async (body, request) => {
      const { collectionName: name } = body
      if (typeof name === 'string' && name !== '' && !known.has(name)) {
        known.add(name)
        // Somebody else may have made it in the same moment, and that is as good.
        await create?.({ collectionName: name }, request).catch((error: unknown) => {
          if (!listCollections().some(one => one.name === name)) throw error
        })
      }
      return action(body, request)
    }
  return Object.fromEntries(
    Object.entries(actions).map(([name, action]) => [name, name === 'database.addCollection' ? noting(action, known) : prepared(action)]),
  )
}

const noting =
  (create: Action, known: Set<string>): Action =>
  async (body, request) => {
    const done = await create(body, request)
    if (typeof body['collectionName'] === 'string') known.add(body['collectionName'])
    return done
  }
