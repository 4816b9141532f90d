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
  return Object.keys(data?.dependencies ?? {}).filter(name => !placesOf(entry).some(place => existsSync(join(place, name))))
}

/** The first version of wx-server-sdk that can be told the address of its cloud; those before it know that of the platform alone. */
const FIRST_SDK = 2

/** The version of the SDK that a function would load, where it is one that this cloud cannot serve. */
export function olderSdk({ entry }: Pick<Deployed, 'entry'>): string | undefined {
  const file = placesOf(entry)
    .map(place => join(place, 'wx-server-sdk/package.json'))
    .find(existsSync)
  const version = file === undefined ? undefined : z.object({ version: z.string() }).safeParse(manifestOf(file)).data?.version
  return version !== undefined && Number.parseInt(version, 10) < FIRST_SDK ? version : undefined
}

/** Where node looks for the packages of a function, nearest first. */
const placesOf = (entry: string): string[] => createRequire(entry).resolve.paths('any-package') ?? []

/** Nothing where the file is no JSON: node says so better when the function is loaded. */
function manifestOf(file: string): unknown {
  try {
    return parseWritten(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
