import { join } from 'node:path'
import { emptyFolder, fillFolder, openContents, type Parts as Contained } from './contents'
import { declarationsSchema } from './engine/declarations'
import { folderShelf, withoutEntry, type Shelf } from './functions/deployed'
import type { Invocation } from './functions/figures'
import { createLookout, triggersOf } from './functions/lookout'
import { liveRules } from './functions/rules'
import { createRuntime, TIMER_SOURCE } from './functions/runtime'
import { createEvents } from './http/events'
import { addressesOf } from './http/hosts'
import { serve } from './http/server'
import { readWritten } from './json-file'
import { lockFolder } from './lock'
import { openShelf } from './management/shelf'
import { scriptText } from './scripts'
import { createSchedule, type Due } from './timers/schedule'
import { createTimekeeper, type Timekeeper } from './timers/timekeeper'

export interface CloudOptions {
  /** Folder of the built functions, one folder each: index.js, package.json, config.json. */
  functions?: string | undefined
  /**
   * Functions and collections may come by the management API too; they are kept in the data folder. A function that came so runs instead of the one of its
   * name in `functions`, which may then be left out.
   */
  managed?: boolean | undefined
  /** collections.json: the collections and their indexes. Without it every collection is ad hoc: the first document that is put into it makes it. */
  collections?: string | undefined
  /** Folder of the phone's web build, served under /phone/. */
  web?: string | undefined
  /** Folder that keeps everything; one cloud at a time may have it. */
  data: string
  /** 0: any free port. */
  port: number
  /** Where to listen: 127.0.0.1 unless said. At 0.0.0.0 phones in the same network reach it, by its address. */
  host?: string | undefined
  /** JSON file of the people the desk offers: [{openid, name, note, group}]. */
  people?: string | undefined
  /** JSON file of the words of message templates, for the desk: {templateId: {title, fields: {thing1: label}}}. */
  templates?: string | undefined
  /** JSON file of what the desk tells newcomers: {title, about, steps, links}. */
  introduction?: string | undefined
  /** Variables of every function, as they are set in the console; those of its config.json come before them. */
  environment?: Readonly<Record<string, string>> | undefined
  /** Of the mini-program; one of zeros unless said. */
  appId?: string | undefined
  /** The pages of the mini-program, without a slash before them: codes of others are refused. Unless said, codes of every page are drawn. */
  pages?: readonly string[] | undefined
  /** How many calls of one function run at once, each in an instance of its own; others wait. 8 unless said. */
  instances?: number | undefined
  /** How long a function may run whose config.json does not say, in seconds, as it is set in the console: 3 unless said. */
  timeout?: number | undefined
  /** Begin with an empty data folder. */
  fresh?: boolean | undefined
  /** Let time stand still at this instant (ms). */
  frozenAt?: number | undefined
  /** 'later': no timer fires until `clock.start()`; 'at once' unless said. */
  timers?: 'at once' | 'later' | undefined
  /** False where nothing need outlive the machine, as in most tests: then no write waits for the disk. */
  durable?: boolean | undefined
  /** Hears of every finished invocation. */
  onInvocation?: ((invocation: Invocation) => void) | undefined
  /** Hears a sentence of what no caller is told: a config.json that cannot be used, an exception after the answer of a call. */
  onTrouble?: ((sentence: string) => void) | undefined
}

export interface Cloud {
  /** `http://host:port` */
  readonly url: string
  readonly clock: Timekeeper
  /** Copies what the cloud holds into a folder, replacing an earlier copy there. */
  keep: (folder: string) => Promise<void>
  /**
   * Begins again at an instant (ms), empty or with what was kept in a folder, as a new cloud would on that data folder. Only what makes it quick
   * stays: the address, the instances of functions with their module variables, and whether time stands still.
   */
  begin: (at: { from?: string | undefined; now: number }) => Promise<void>
  /** Ends running invocations, lets the data folder go. */
  close: () => Promise<void>
}

const ENV_ID = 'local-env'
const NO_APP = 'wx0000000000000000'

/**
 * Starts a whole cloud on this machine. Rejects with a sentence when the data folder is in use, the port is taken or a file of the build
 * cannot be used.
 */
export async function startCloud(options: CloudOptions): Promise<Cloud> {
  const unlock = lockFolder(options.data)
  try {
    return await start(options, unlock)
  } catch (error) {
    unlock()
    throw error
  }
}

async function start(options: CloudOptions, unlock: () => void): Promise<Cloud> {
  const { data, host = '127.0.0.1', durable = true, timers = 'at once', appId = NO_APP } = options
  const { here, there } = addressesOf(host)
  if (options.fresh === true) emptyFolder(data)

  const onTrouble = options.onTrouble ?? (() => undefined)
  const built = builtBy(options, onTrouble)
  let standing = built.shelf
  const shelf: Shelf = { list: () => standing.list(), find: name => standing.find(name) }
  const events = createEvents()
  let port = options.port

  const schedule = createSchedule(triggersOf(shelf.list()))
  const look = createLookout({ shelf, schedule, strays: built.strays, onTrouble })
  look()
  const clock = createTimekeeper({
    schedule,
    look,
    frozenAt: options.frozenAt,
    fire: async due => (await runtime.call(due.trigger.functionName, timerEvent(due), { openid: undefined, source: TIMER_SOURCE })).ok,
    onChange: fired => events.publish('clock', { now: clock.now(), frozen: clock.frozen(), fired }),
  })
  const runtime = createRuntime({
    script: await scriptText('functions/boot'),
    shelf,
    clock: clock.cell,
    now: clock.now,
    envId: ENV_ID,
    appId,
    environment: options.environment,
    instances: options.instances,
    adminUrl: token => `http://${here}:${port}/admin/${token}`,
    answer: (path, body, running) => contents.admin.answer(path, body, running),
    onTrouble: options.onTrouble,
    onInvocation: invocation => {
      events.publish('call', invocation)
      options.onInvocation?.(invocation)
    },
  })
  const { web, people, templates, introduction, pages } = options
  const onTimers = () => {
    schedule.replace(triggersOf(shelf.list()))
    // What waits for the next timer looks at the schedule again.
    void clock.advance(0)
  }
  const open = () => {
    const managed = options.managed === true ? { shelf: openShelf(join(data, 'functions'), clock.now), onTimers } : undefined
    standing = managed === undefined ? built.shelf : layered(managed.shelf, built.shelf)
    look()
    return openContents({
      ...{ data, durable, web, people, templates, introduction, pages, shelf, look, runtime, clock, schedule, events, managed },
      ...{ collections: built.collections, mayInvoke: built.mayInvoke },
      ...{ url: () => `http://${there}:${port}`, envId: ENV_ID, appId },
    })
  }
  let contents = await open()
  const routes = [...contents.routes]
  const onFault = (error: unknown, request: string) => console.error(`local cloud: ${request} failed`, error)

  const server = await serve(routes, { host, port: options.port, onFault }).catch(async (error: unknown) => {
    await contents.close()
    throw error
  })
  port = server.port
  if (timers === 'at once') clock.start()

  const stop = async () => {
    events.close()
    await runtime.stop()
    await clock.stop()
    await server.close()
  }
  /** Does something to the data folder while nothing of it is open. */
  const meanwhile = async (work: () => void): Promise<void> => {
    await runtime.settled()
    await contents.close()
    work()
    contents = await open()
    routes.splice(0, routes.length, ...contents.routes)
  }
  return {
    url: `http://${there}:${port}`,
    clock,
    keep: folder =>
      meanwhile(() => {
        emptyFolder(folder)
        fillFolder(folder, data)
      }),
    async begin({ from, now }) {
      await runtime.settled()
      await clock.begin(now)
      await meanwhile(() => {
        emptyFolder(data)
        if (from !== undefined) fillFolder(data, from)
      })
      runtime.figures.forget()
    },
    async close() {
      try {
        await stop()
      } finally {
        await contents.close()
        unlock()
      }
    },
  }
}

interface Built extends Pick<Contained, 'collections' | 'mayInvoke' | 'shelf'> {
  strays: () => readonly string[]
}

/** The functions of two shelves; of one name, that of the upper. */
const layered = (upper: Shelf, lower: Shelf): Shelf => ({
  list: () => [...upper.list(), ...lower.list().filter(({ name }) => upper.find(name) === undefined)],
  find: name => upper.find(name) ?? lower.find(name),
})

/** What a build has left behind for this cloud, where it has; throws a sentence where a file of it cannot be used. */
function builtBy({ functions, collections, managed, timeout }: CloudOptions, onTrouble: (sentence: string) => void): Built {
  if (functions === undefined) {
    if (managed !== true) throw new Error('Name the folder of the functions, or let the cloud be managed')
    return { shelf: { list: () => [], find: () => undefined }, collections: 'managed', mayInvoke: () => true, strays: () => [] }
  }
  return {
    shelf: folderShelf(functions, timeout),
    collections: collections === undefined ? 'ad hoc' : readWritten(collections, declarationsSchema, 'The collections').collections,
    mayInvoke: liveRules(join(functions, 'rules.json'), onTrouble),
    strays: () => withoutEntry(functions),
  }
}

function timerEvent({ trigger, at }: Due): string {
  return JSON.stringify({ Type: 'Timer', TriggerName: trigger.name, Time: new Date(at).toISOString().replace('.000Z', 'Z'), Message: '' })
}
