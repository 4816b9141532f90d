import { createHash } from 'node:crypto'
import { mkdir, readFile, readdir, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'

export const root = join(__dirname, '..')

/** Every file at the given places, which are files or folders of the project. */
const filesBelow = async (place: string): Promise<string[]> => {
  const path = join(root, place)
  if ((await stat(path)).isFile()) return [path]
  const entries = await readdir(path, { withFileTypes: true, recursive: true })
  return entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
}

/** A hash of the sources, and of the variables that a build reads: two trees with the same hash build the same. */
const fingerprint = async (sources: readonly string[], variables: readonly string[]): Promise<string> => {
  const files = (await Promise.all(sources.map(filesBelow))).flat().sort()
  const contents = await Promise.all(files.map(file => readFile(file)))
  const hash = createHash('sha256')
  for (const name of variables) if (process.env[name] !== undefined) hash.update(`${name}=${process.env[name]}\0`)
  contents.forEach((content, index) =>
    hash
      .update(relative(root, files[index] ?? ''))
      .update('\0')
      .update(content)
      .update('\0'),
  )
  return hash.digest('hex')
}

/**
 * Builds `out`, unless it was built from these very sources. The mark beside it is written last, so that a build that is cut off is done
 * again. Answers whether it built.
 */
export const buildIfStale = async (
  out: string,
  sources: readonly string[],
  build: () => Promise<void>,
  variables: readonly string[] = [],
): Promise<boolean> => {
  const mark = join(root, `${out}.built`)
  const wanted = await fingerprint(sources, variables)
  const had = await readFile(mark, 'utf8').catch((error: unknown) => (isMissing(error) ? '' : Promise.reject(error as Error)))
  if (had === wanted) return false
  await build()
  await mkdir(dirname(mark), { recursive: true })
  await writeFile(mark, wanted)
  return true
}

// Judged by shape: in a test the exception comes from another realm, where it is no instance of this one's Error.
const isMissing = (error: unknown) => typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT'
