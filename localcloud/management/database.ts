import * as z from 'zod'
import type { Database } from '../engine/database'
import { declarationsSchema, type IndexDeclaration } from '../engine/declarations'
import { CloudError } from '../errors'
import { action, type ManagementActions } from './actions'
import { ManagementError } from './refusal'

/** What the platform allows an environment and a collection. */
const [MOST_COLLECTIONS, MOST_INDEXES] = [300, 100]

const direction = z.enum(['1', '-1', '2dsphere'])
const created = z.object({
  IndexName: z.string().min(1),
  MgoKeySchema: z.object({ MgoIndexKeys: z.array(z.object({ Name: z.string(), Direction: direction })).min(1), MgoIsUnique: z.boolean() }),
})
const named = z.object({ EnvId: z.string(), TableName: z.string().regex(/^[A-Za-z0-9][\w-]{0,63}$/, 'a name of letters, digits, - and _') })
const changed = named.extend({ CreateIndexes: z.array(created).default([]), DropIndexes: z.array(z.unknown()).default([]) })
const listed = z.object({ MgoLimit: z.number().int().min(1).max(1000).default(100), MgoOffset: z.number().int().min(0).default(0) })

type Written = z.infer<typeof created>['MgoKeySchema']['MgoIndexKeys'][number]
const orderOf = ({ Direction }: Written) => (Direction === '2dsphere' ? Direction : Direction === '1' ? 1 : -1)

/** An index as it was asked for; throws where the engine has none such. */
function declarationOf(collection: string, { IndexName, MgoKeySchema }: z.infer<typeof created>): IndexDeclaration {
  const keys = MgoKeySchema.MgoIndexKeys.map(key => ({ field: key.Name, order: orderOf(key) }))
  const index = { name: IndexName, keys, unique: MgoKeySchema.MgoIsUnique }
  const read = declarationsSchema.safeParse({ collections: [{ name: collection, indexes: [index] }] })
  const [found] = read.data?.collections[0]?.indexes ?? []
  if (found === undefined)
    throw new ManagementError('InvalidParameter', read.error === undefined ? 'no index' : z.prettifyError(read.error))
  return found
}

const described = ({ name, keys, unique }: IndexDeclaration) => ({
  Name: name,
  Keys: keys.map(({ field, order }) => ({ Name: field, Direction: String(order) })),
  Unique: unique,
  Size: 0,
})
const OF_IDS = described({ name: '_id_', keys: [{ field: '_id', order: 1 }], unique: true })

/** Collections and their indexes. Nothing is dropped by this door: who deploys must not be able to. */
export function databaseActions(
  database: Pick<Database, 'listCollections' | 'createCollection' | 'createIndex' | 'indexesOf'>,
): ManagementActions {
  const nameKnown = (name: string) => database.listCollections().some(one => one.name === name)
  const known = (name: string): string => {
    if (!nameKnown(name)) throw new ManagementError('ResourceNotFound', `Db or Table not exist: ${name}`)
    return name
  }
  const refused = () => {
    throw new ManagementError('UnauthorizedOperation', 'This cloud drops neither collections nor indexes by its management API')
  }
  const addIndex = (collection: string, index: IndexDeclaration): void => {
    const there = database.indexesOf(collection)
    const same = there.find(one => one.name === index.name)
    if (same !== undefined && JSON.stringify(described(same)) === JSON.stringify(described(index))) return
    if (same !== undefined)
      throw new ManagementError('InvalidParameter', `Index with name: ${index.name} already exists with different options`)
    if (there.length >= MOST_INDEXES) throw new ManagementError('LimitExceeded', `${collection} has ${MOST_INDEXES} indexes already`)
    try {
      database.createIndex(collection, index)
    } catch (error) {
      if (error instanceof CloudError) throw error
      const why = error instanceof Error ? error.message : ''
      throw new ManagementError('FailedOperation', `E11000 duplicate key error collection: ${collection} index: ${index.name} (${why})`)
    }
  }
  return {
    CreateTable: action(named, async ({ TableName }) => {
      if (nameKnown(TableName)) throw new ManagementError('ResourceInUse', `Table exist: ${TableName}`)
      if (database.listCollections().length >= MOST_COLLECTIONS)
        throw new ManagementError('LimitExceeded', `This environment has ${MOST_COLLECTIONS} collections already`)
      await database.createCollection(TableName)
      return {}
    }),
    UpdateTable: action(changed, ({ TableName, CreateIndexes, DropIndexes }) => {
      known(TableName)
      if (DropIndexes.length > 0) refused()
      for (const index of CreateIndexes.map(one => declarationOf(TableName, one))) addIndex(TableName, index)
      return {}
    }),
    DescribeTable: action(named, ({ TableName }) => {
      const indexes = [OF_IDS, ...database.indexesOf(known(TableName)).map(described)]
      return { Indexes: indexes, IndexNum: indexes.length }
    }),
    ListTables: action(listed, ({ MgoLimit, MgoOffset }) => {
      const all = database.listCollections().sort((a, b) => (a.name < b.name ? -1 : 1))
      const page = all.slice(MgoOffset, MgoOffset + MgoLimit)
      const told = page.map(({ name, count }) => ({
        ...{ TableName: name, Count: count, Size: 0 },
        ...{ IndexCount: database.indexesOf(name).length + 1, IndexSize: 0 },
      }))
      return { Tables: told.length === 0 ? null : told, Pager: { Offset: MgoOffset, Limit: MgoLimit, Total: all.length } }
    }),
    DeleteTable: refused,
  }
}
