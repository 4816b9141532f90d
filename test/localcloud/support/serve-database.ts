import { createServer } from 'node:http'
import { adminHandler } from '../../../localcloud/admin/admin'
import { openDatabase } from '../../../localcloud/engine/database'
import { declarationsSchema } from '../../../localcloud/engine/declarations'

/** Serves the database of a folder in a process of its own, so that a test can kill it. Arguments: folder, declarations as JSON, patience in ms. */
const serve = async (folder: string, declarations: string, patience: string): Promise<void> => {
  const { collections } = declarationsSchema.parse(JSON.parse(declarations))
  const database = await openDatabase({ folder, collections, now: () => Date.now(), patience: Number(patience) })
  const server = createServer(adminHandler(database.actions))
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    if (typeof address === 'object' && address !== null) process.send?.(address.port)
  })
}

const [folder = '', declarations = '', patience = ''] = process.argv.slice(2)
void serve(folder, declarations, patience)
