import { fork } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import * as z from 'zod'
import { newKeyPair } from '../cloudfunctions/features/upkeep/backups/seal'
import { startProduct } from '../config/product'
import { instantOf } from '../core/shared/calendar'
import { jobTitles, type JobName } from '../core/upkeep/health/jobs'
import { childPath } from './children'
import { MORNING } from './cloud'
import { leaveCutOff } from './cut-off'
import { copyOf, FEW, inProportion } from './districts'
import { functionEnv } from './function-env'
import { askedDuring } from './scale'
import { median, type Row } from './table'

const MINUTE = 60_000
/** At each of these most jobs have something to do: in working hours and at night, on the first of a month, at the beginning of a year, and when what was kept may be forgotten. */
const instants = [
  ['2026-11-21', '09:00'],
  ['2026-11-22', '02:00'],
  ['2026-11-23', '09:00'],
  ['2026-12-01', '02:00'],
  ['2027-01-04', '09:00'],
  ['2027-12-06', '09:00'],
] as const
/** Some jobs look every five minutes only. */
const EVERY = 5
const MOST = 1.1
/** So many members that hardly a run of a job finds less than it takes. */
const BETWEEN = 7000

interface Spent {
  did: number
  requests: number
  bytes: number
  cpu: number
}
type Ran = Spent & { failed: string | undefined }
const NOTHING: Spent = { did: 0, requests: 0, bytes: 0, cpu: 0 }
const kinds = ['requests', 'bytes', 'cpu'] as const
type Kind = (typeof kinds)[number]

/** What a job has taken at one instant: its runs that found something together, and each run that found nothing. */
interface Account {
  work: Spent
  idle: Spent[]
  failed: string | undefined
}
const NONE: Account = { work: NOTHING, idle: [], failed: undefined }
/** By job and instant. */
type Accounts = Map<string, Account>

const all = Object.keys(jobTitles).filter((name): name is JobName => name in jobTitles)
const plus = (one: Spent, other: Spent): Spent => ({
  did: one.did + other.did,
  requests: one.requests + other.requests,
  bytes: one.bytes + other.bytes,
  cpu: one.cpu + other.cpu,
})

/** An account with one more run. */
const noted = ({ work, idle, failed: before }: Account, { failed, ...spent }: Ran): Account => ({
  work: spent.did > 0 ? plus(work, spent) : work,
  idle: spent.did > 0 ? idle : [...idle, spent],
  failed: before ?? failed,
})

const Answer = z.object({ did: z.number(), cpu: z.number(), failed: z.string().optional() })
type Timer = Awaited<ReturnType<typeof timerAlone>>

/** The timer in a process of its own, a job at a time, on any cloud of this process. */
const timerAlone = async () => {
  const env = { ...process.env, ...functionEnv('', '', newKeyPair().publicKey) }
  const child = fork(childPath('jobs'), { env, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
  // What it says of failures stands in its answers too.
  child.stderr?.resume()
  await once(child, 'message')
  return {
    run: async (url: string, name: JobName, now: number): Promise<Ran> => {
      let answer: z.infer<typeof Answer> = { did: 0, cpu: 0 }
      const before = process.cpuUsage()
      const asked = await askedDuring(async () => {
        const answered = once(child, 'message')
        child.send({ context: functionEnv(url)['TCB_CONTEXT_CNFG'], name, now })
        answer = Answer.parse((await answered)[0])
      })
      const { user, system } = process.cpuUsage(before)
      return { did: answer.did, ...asked, cpu: answer.cpu + user + system, failed: answer.failed }
    },
    close: async () => {
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}

const each = ({ work }: Account, kind: Kind) => work[kind] / work.did

/** Districts that have been looked at before. */
type Others = readonly Accounts[]
/** Has a job done as much at that instant as it did in the first of the others? */
const isEnough = (mine: Account, [first]: Others, key: string): boolean => mine.work.did >= (first?.get(key)?.work.did ?? 0)
/**
 * Has it asked for no more than in one of them? A run takes what is due first: in a large district of one kind alone, where a small one did some of each. Of a
 * job that seems to grow all is done that is due, since only all of it is the same.
 */
const isAlike = (mine: Account, others: Others, key: string): boolean => {
  const known = others.map(one => one.get(key) ?? NONE).filter(({ work }) => work.did > 0)
  const hasGrown = (other: Account) => (['requests', 'bytes'] as const).some(kind => each(mine, kind) > each(other, kind) * MOST)
  return mine.work.did === 0 || known.length === 0 || known.some(other => !hasGrown(other))
}

/**
 * Goes through all that is kept, one kind of rows after the other: no portion of it is as mixed as another, and only the whole is the same in two districts. It
 * is played once, to its end.
 */
const WHOLE: JobName = 'continueBackup'

/** More rounds than it takes a job to do all that is due in a district of half a million, and no more than end on the same day. */
const ROUNDS = 100

/**
 * What all jobs take in the district of that data folder: once at each instant; or, where others have been looked at, again every five minutes until each
 * has done as much as in the first of them, and what asks for more has done all that is due.
 */
const playAll = async (timer: Timer, names: readonly JobName[], data: string, others: Others = []): Promise<Accounts> => {
  const cloud = await startProduct({ data, demo: 'branch', port: 0, frozenAt: MORNING, durable: false })
  const accounts: Accounts = new Map()
  for (const [nth, [day, time]] of instants.entries())
    for (let round = 0; round < ROUNDS; round++) {
      let did = 0
      for (const name of names) {
        const key = `${name} ${day} ${time}`
        const before = accounts.get(key) ?? NONE
        const isOver = name === WHOLE ? nth + round > 0 : round > 0 && isEnough(before, others, key) && isAlike(before, others, key)
        if (isOver) continue
        for (let goesOn = true; goesOn;) {
          const ran = await timer.run(cloud.url, name, instantOf(day, time) + round * EVERY * MINUTE)
          accounts.set(key, noted(accounts.get(key) ?? NONE, ran))
          did += ran.did
          goesOn = name === WHOLE && ran.did > 0
        }
      }
      if (did === 0) break
    }
  await cloud.close()
  return accounts
}

/**
 * A job in both districts: what its work took at the first instant at which both had some (later the small one goes on with what it did, when the large one
 * has not yet begun), and its runs that found nothing. Where a run in the small one finds less than it takes in the large one, it took other rows with it, such as
 * the street and the bureau beside a few branches: then a run counts that finds as much, in a district between.
 */
interface Both {
  name: JobName
  few: Account
  many: Account
  /** Its work in few is that of the district between. */
  between: boolean
}
type Played = Record<Size, Accounts>
const sizes = ['small', 'between', 'large'] as const
type Size = (typeof sizes)[number]
/** Its accounts at each instant. */
const accountsOf = (name: JobName, played: Played): Record<Size, Account>[] =>
  instants.map(([day, time]) => {
    const of = (size: Size) => played[size].get(`${name} ${day} ${time}`) ?? NONE
    return { small: of('small'), between: of('between'), large: of('large') }
  })
const firstWorked = (all: readonly Record<Size, Account>[]) => all.find(({ small, large }) => small.work.did > 0 && large.work.did > 0)

const bothOf = (name: JobName, played: Played): Both => {
  const each = accountsOf(name, played)
  const worked = firstWorked(each)
  const idle = (which: Size) => each.flatMap(one => one[which].idle)
  const failed = (which: Size) => each.find(one => one[which].failed !== undefined)?.[which].failed
  const isShort = worked !== undefined && name !== WHOLE && worked.small.work.did < Math.min(worked.between.work.did, worked.large.work.did)
  const compared = isShort ? worked.between : worked?.small
  return {
    name,
    between: isShort,
    few: { work: compared?.work ?? NOTHING, idle: idle('small'), failed: failed('small') },
    many: { work: worked?.large.work ?? NOTHING, idle: idle('large'), failed: failed('large') },
  }
}

/** Of runs that find nothing, the one that takes most, but of CPU the least, which a busy machine lets pass. */
const quiet = ({ idle }: Account, kind: Kind) => {
  const asked = idle.filter(({ requests }) => requests > 0).map(one => one[kind])
  return asked.length === 0 ? 0 : kind === 'cpu' ? Math.min(...asked) : Math.max(...asked)
}

/** CPU of what is done a few times only: more than this is no accident of a busy machine. */
const SLOWER = 1.25

const rowsOf = (what: string, names: readonly JobName[], played: Played, between: number): Row[] => {
  const both = names.map(name => bothOf(name, played))
  const worked = both.filter(({ few, many }) => few.work.did > 0 && many.work.did > 0)
  const idle = both.filter(({ few, many }) => quiet(few, 'requests') > 0 && quiet(many, 'requests') > 0)
  const of = (kind: Kind): Row[] => {
    const most = kind === 'cpu' ? SLOWER : MOST
    const digits = kind === 'requests' ? 1 : 0
    const shown = (figure: number) => (kind === 'cpu' ? figure / 1000 : figure).toFixed(kind === 'cpu' ? 1 : digits)
    const growing = (some: readonly Both[], figure: (account: Account, kind: Kind) => number) =>
      some
        .filter(({ few, many }) => figure(many, kind) > figure(few, kind) * most)
        .map(({ name, few, many }) => `${name} ${shown(figure(few, kind))} → ${shown(figure(many, kind))}${kind === 'cpu' ? ' ms' : ''}`)
    const [beyond, more] = [growing(worked, each), growing(idle, quiet)]
    // All the rows of a district would outweigh every other job.
    const together = worked.length === 1 ? worked : worked.filter(({ name }) => name !== WHOLE)
    const asDone = together.reduce((sum, { few, many }) => sum + each(many, kind) * few.work.did, 0)
    const called = kind === 'cpu' ? 'CPU' : kind
    // CPU of few runs is told, not judged, as of operations.
    const none = kind === 'cpu' ? {} : { budget: { most: 0 } }
    return [
      { what: `${what}: ${called} of what is done, all together`, figure: asDone / together.reduce((sum, { few }) => sum + few.work[kind], 0), budget: { most: MOST } },
      { what: `${what}: ${called} of what is done, jobs beyond ${most}`, figure: beyond.length, digits: 0, ...none, note: beyond.join(', ') },
      { what: `${what}: ${called} of a run that finds nothing, jobs beyond ${most}`, figure: more.length, digits: 0, ...none, note: more.join(', ') },
    ] // prettier-ignore
  }
  const without = both.filter(one => !worked.includes(one)).map(({ name }) => name)
  const failed = both.filter(({ few, many }) => few.failed ?? many.failed)
  return [
    { what: `${what}: with something to do in both`, figure: worked.length, digits: 0, note: `without: ${without.join(', ')}` },
    { what: `${what}: compared with ${between} members, where a run finds as much`, figure: worked.filter(one => one.between).length, digits: 0, note: worked.flatMap(one => (one.between ? [one.name] : [])).join(', ') },
    { what: `${what}: failed`, figure: failed.length, digits: 0, budget: { most: 0 }, note: failed.map(({ name, few, many }) => `${name}: ${few.failed ?? many.failed ?? ''}`).join(', ') },
    ...kinds.flatMap(of),
    { what: `${what}: CPU of what is done, median of the jobs`, figure: median(worked.map(({ few, many }) => each(many, 'cpu') / each(few, 'cpu'))), budget: { most: MOST } },
    { what: `${what}: CPU of a run that finds nothing, median of the jobs`, figure: median(idle.map(({ few, many }) => quiet(many, 'cpu') / quiet(few, 'cpu'))), note: 'of a few runs of a ms each' },
  ] // prettier-ignore
}

/** How much each did in each district, and what it took of one. */
const say = (names: readonly JobName[], played: Played) => {
  for (const name of names) {
    const worked = firstWorked(accountsOf(name, played))
    if (!worked) continue
    for (const size of sizes) {
      const account = worked[size]
      console.error(name, size, account.work.did, ...kinds.map(kind => `${each(account, kind).toFixed(2)} ${kind}`))
    }
  }
}

/**
 * Every job of the timer in a district of so many members over the same in one of a thousand, for each of what it does. `only`: of these alone, their figures
 * beside.
 */
export const jobs = async (members: number, only: readonly string[] = []): Promise<Row[]> => {
  const unknown = only.find(name => !(name in jobTitles))
  if (unknown !== undefined) throw new Error(`there is no job "${unknown}"`)
  const names = all.filter(name => only.length === 0 || only.includes(name))
  const { districtOf, close } = await inProportion(leaveCutOff)
  const [few, middle, many] = [await districtOf(FEW), await districtOf(BETWEEN), await districtOf(members)]
  const warm = await copyOf(few.data)
  const timer = await timerAlone()
  // The first time a job runs, its code is read and compiled.
  await playAll(timer, names, warm)
  const small = await playAll(timer, names, few.data)
  const between = await playAll(timer, names, middle.data, [small])
  const played = { small, between, large: await playAll(timer, names, many.data, [small, between]) }
  if (only.length > 0) say(names, played)
  const rows = rowsOf(`every job, ${many.members} ÷ ${few.members} members`, names, played, middle.members)
  await timer.close()
  await Promise.all([close(), ...[warm, few.data, middle.data, many.data].map(data => rm(data, { recursive: true, force: true }))])
  return rows
}
