import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import * as z from 'zod'
import { parseWritten } from '../json-file'
import type { Deployed } from './deployed'

const manifestSchema = z.object({ dependencies: z.record(z.string(), z.unknown()).default({}) })

/** The packages that the package.json of a function asks for and that are nowhere to be found from its folder. */
export function missingPackages({ entry }: Pick<Deployed, 'entry'>): string[] {
  const file = join(dirname(entry), 'package.json')
  if (!existsSync(file)) return []
  const { data } = manifestSchema.safeParse(manifestOf(file))
  const places = createRequire(entry).resolve.paths('any-package') ?? []
  return Object.keys(data?.dependencies ?? {}).filter(name => !places.some(place => existsSync(join(place, name))))
}

/** Nothing where the file is no JSON: node says so better when the function is loaded. */
function manifestOf(file: string): unknown {
  try {
    return parseWritten(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
