import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { satisfies } from 'semver'
import * as z from 'zod'
import { inFunctions, inMiniProgram } from './bundled'
import { root } from './fresh'
import { run } from './run'

/** Licences under which a package may be shipped with the program, each as it stands in package-lock.json. */
const allowed = ['MIT', 'MIT-0', 'ISC', '0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'BlueOak-1.0.0', 'Unlicense']
/** Packages whose licence is not written where npm looks for it, and where it is. */
const saidElsewhere: Readonly<Record<string, string>> = {
  '@cloudbase/signature-nodejs': 'part of the Tencent SDK that brings it (MIT)',
  '@cloudbase/wx-cloud-client-sdk': 'part of the Tencent SDK that brings it (MIT)',
}

const Lock = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      hasInstallScript: z.boolean().default(false),
    }),
  ),
})

const Advisory = z.object({ name: z.string(), id: z.string(), range: z.string(), severity: z.string(), title: z.string() })
/** What only the network knows, as it was on a day. What could not be asked is null, with the reason. */
const Snapshot = z.object({
  taken: z.iso.date(),
  note: z.string(),
  /** Why there are no advisories to compare with; null where they were asked. */
  advisoriesUnknown: z.string().nullable(),
  advisories: z.array(Advisory).nullable(),
  /** Of the packages that package.json names itself: when their newest release came, as the registry told it. */
  lastReleases: z.record(z.string(), z.iso.date()),
})
type Snapshot = z.infer<typeof Snapshot>

export interface Deployed {
  name: string
  version: string
  licence: string | null
  /** A script that it would run on installing; none runs (`ignore-scripts` of .npmrc). */
  installScript: boolean
  in: ('functions' | 'mini-program')[]
  lastRelease: string | null
}

/** What is wrong with the packages that are deployed: a licence that is not allowed, an advisory that applies. One sentence each. */
export const faultsOf = (deployed: readonly Deployed[], { advisories }: Pick<Snapshot, 'advisories'>): string[] =>
  deployed.flatMap(one => [
    ...(one.licence !== null && allowed.includes(one.licence)
      ? []
      : [`${one.name} ${one.version}: the licence ${one.licence ?? '(none)'}`]),
    ...(advisories ?? [])
      .filter(each => each.name === one.name && satisfies(one.version, each.range, { includePrerelease: true }))
      .map(each => `${one.name} ${one.version}: ${each.id} (${each.severity}) ${each.title}`),
  ])

const lockOf = async () => Lock.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')))
const snapshotFile = join(root, 'config/advisories.json')
export const readSnapshot = async (): Promise<Snapshot> => Snapshot.parse(JSON.parse(await readFile(snapshotFile, 'utf8')))

const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)

/** The packages of which something is in the built functions or in the mini-program. */
export const deployedPackages = async (snapshot: Pick<Snapshot, 'lastReleases'>): Promise<Deployed[]> => {
  const [lock, functions, miniProgram] = await Promise.all([lockOf(), inFunctions(), inMiniProgram()])
  return [...new Set([...functions, ...miniProgram])].sort().map(path => {
    const locked = lock.packages[path]
    if (locked?.version === undefined) throw new Error(`${path} is bundled, but package-lock.json does not know it`)
    const name = nameOf(path)
    return {
      name,
      version: locked.version,
      licence: locked.license ?? (Object.hasOwn(saidElsewhere, name) ? 'MIT' : null),
      installScript: locked.hasInstallScript,
      in: [...(functions.has(path) ? (['functions'] as const) : []), ...(miniProgram.has(path) ? (['mini-program'] as const) : [])],
      lastRelease: snapshot.lastReleases[name] ?? null,
    }
  })
}

const Audit = z.object({
  vulnerabilities: z.record(
    z.string(),
    z.object({
      via: z.array(
        z.union([z.string(), z.object({ name: z.string(), title: z.string(), url: z.string(), severity: z.string(), range: z.string() })]),
      ),
    }),
  ),
})

/** Asks npm for the advisories of everything that is locked. */
const askAdvisories = async (): Promise<Pick<Snapshot, 'advisories' | 'advisoriesUnknown'>> => {
  const { output } = await run('audit', 'npm', ['audit', '--json', '--loglevel=silent'])
  const answer = Audit.safeParse(JSON.parse(output))
  if (!answer.success) return { advisories: null, advisoriesUnknown: 'the service of advisories gave no answer where this was taken' }
  const advisories = Object.values(answer.data.vulnerabilities)
    .flatMap(one => one.via)
    .flatMap(one => (typeof one === 'string' ? [] : [{ ...one, id: one.url.split('/').at(-1) ?? one.url }]))
  return { advisories: z.array(Advisory).parse(advisories), advisoriesUnknown: null }
}

const Named = z.object({ dependencies: z.record(z.string(), z.string()) })
const Times = z.record(z.string(), z.string())
/** A version, and a date that says when it came; versions of which npm does not tell that are left out. */
const isRelease = ([version, at]: [string, string]) => /^\d/u.test(version) && /^\d{4}-\d\d-\d\dT/u.test(at)

/** Asks for the newest release of the deployed packages that package.json names itself. */
const askReleases = async (): Promise<Record<string, string>> => {
  const { dependencies } = Named.parse(JSON.parse(await readFile(join(root, 'package.json'), 'utf8')))
  const deployed = await deployedPackages({ lastReleases: {} })
  const found: Record<string, string> = {}
  for (const { name } of deployed.filter(one => Object.hasOwn(dependencies, one.name))) {
    const { ok, output } = await run(name, 'npm', ['view', name, 'time', '--json'])
    if (!ok) continue
    const released = Object.entries(Times.parse(JSON.parse(output))).filter(isRelease)
    const newest = released
      .map(([, at]) => at)
      .sort()
      .at(-1)
    if (newest !== undefined) found[name] = newest.slice(0, 10)
  }
  return found
}

const takeSnapshot = async (): Promise<void> => {
  const snapshot: Snapshot = {
    taken: new Date().toISOString().slice(0, 10),
    note: 'A mirror may tell the day on which it took a release. Other packages are not asked about: their last release is unknown.',
    ...(await askAdvisories()),
    lastReleases: await askReleases(),
  }
  await writeFile(snapshotFile, `${JSON.stringify(snapshot, null, 2)}\n`)
}

/** Prints what is deployed and what is wrong with it; `--ask` asks the network first and keeps the answers. Answers whether nothing is wrong. */
const main = async (): Promise<boolean> => {
  const { values } = parseArgs({ options: { ask: { type: 'boolean', default: false } } })
  if (values.ask) await takeSnapshot()
  const snapshot = await readSnapshot()
  const deployed = await deployedPackages(snapshot)
  for (const { name, version, licence, installScript, in: places, lastRelease } of deployed) {
    const facts = [licence ?? 'no licence', places.join(' + '), `last release ${lastRelease ?? 'not asked'}`]
    console.log(`${name} ${version} · ${[...facts, ...(installScript ? ['has an install script, which does not run'] : [])].join(' · ')}`)
  }
  console.log(`${String(deployed.length)} packages are deployed. What the network knows is of ${snapshot.taken}.`)
  if (snapshot.advisoriesUnknown !== null) console.log(`Advisories are not known: ${snapshot.advisoriesUnknown}.`)
  const faults = faultsOf(deployed, snapshot)
  for (const fault of faults) console.error(`✗ ${fault}`)
  return faults.length === 0
}

if (require.main === module) {
  main().then(
    passed => process.exit(passed ? 0 : 1),
    (error: unknown) => {
      console.error(error)
      process.exit(1)
    },
  )
}
