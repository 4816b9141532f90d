import { createReadStream, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { join, normalize, resolve, sep } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { contentTypeOf } from './content-type'
import { Refusal, sendText } from './exchange'

/**
 * Sends a file of the folder `root`; `path` is relative to it, '' means index.html. Nothing outside the folder can be reached. `change` is
 * applied to the text of pages.
 */
export async function sendStatic(res: ServerResponse, root: string, path: string, change?: (html: string) => string): Promise<void> {
  const home = resolve(root)
  const file = join(home, normalize(`/${path === '' ? 'index.html' : path}`))
  const found = file.startsWith(home + sep) && !path.includes('\0') ? statSync(file, { throwIfNoEntry: false }) : undefined
  if (!found?.isFile()) throw new Refusal(404, -501007, `There is no ${path}`)
  if (change !== undefined && file.endsWith('.html')) {
    sendText(res, change(await readFile(file, 'utf8')), contentTypeOf(file))
    return
  }
  // A build replaces these files under the same names.
  res.writeHead(200, { 'content-type': contentTypeOf(file), 'content-length': found.size, 'cache-control': 'no-cache' })
  await pipeline(createReadStream(file), res)
}
