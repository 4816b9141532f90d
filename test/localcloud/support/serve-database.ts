import { createServer } from 'node:http'
import { adminHandler } from '../../../localcloud/admin/admin'
import { openDatabase } from '../../../localcloud/engine/database'
import { declarationsSchema } from '../../../localcloud/engine/declarations'
import { listen } from './database'

/** Serves the database of a folder in a process of its own, so that a test can kill it. Arguments: folder, declarations as JSON. */
const serve = async (folder: string, declarations: string): Promise<void> => {
  const { collections } = declarationsSchema.parse(JSON.parse(declarations))
  const database = await openDatabase({ folder, collections, now: () => Date.now() })
  const port = await listen(createServer(adminHandler(database.actions)))
  process.send?.(port)
}

const [folder = '', declarations = ''] = process.argv.slice(2)
void serve(folder, declarations)
