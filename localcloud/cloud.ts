import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { adminHandler } from './admin/admin'
import { createCallers } from './callers'
import { createDocuments } from './data/documents'
import { dataRoutes } from './data/routes'
import { deskRoutes } from './desk/routes'
import { openDatabase } from './engine/database'
import { declarationsSchema } from './engine/declarations'
import { readDeployed } from './functions/deployed'
import { invokeAction } from './functions/invoke-action'
import type { Invocation } from './functions/figures'
import { readRules } from './functions/rules'
import { createRuntime, TIMER_SOURCE } from './functions/runtime'
import { createEvents } from './http/events'
import type { Route } from './http/exchange'
import { addressesOf } from './http/hosts'
import { serve } from './http/server'
import { readWritten } from './json-file'
import { lockFolder } from './lock'
import { openCards } from './messages/cards'
import { openChat } from './messages/chat'
import { openLedger } from './messages/ledger'
import { messageRoutes } from './messages/routes'
import { readTemplates } from './messages/templates'
import { createMediaChecks } from './openapi/media-check'
import { miniProgramCodeApis } from './openapi/mini-program-code'
import { legacyApiAction, openApiAction } from './openapi/open-api'
import { createOpenData } from './openapi/open-data'
import { createPhoneNumbers } from './openapi/phone-number'
import { presence } from './openapi/risk'
import { subscribeMessageApis } from './openapi/subscribe-message'
import { textCheckApis } from './openapi/text-check'
import { updatableMessageApis } from './openapi/updatable-message'
import { overviewRoutes } from './overview'
import { payAction } from './pay/action'
import { payApis } from './pay/apis'
import { openOrders } from './pay/orders'
import { payRoutes } from './pay/routes'
import { serviceRoutes } from './routes'
import { openFiles } from './storage/files'
import { createFileIds } from './storage/paths'
import { storageRoutes } from './storage/routes'
import { createStorage } from './storage/storage'
import { createSchedule, type Due } from './timers/schedule'
import { createTimekeeper, type Timekeeper } from './timers/timekeeper'

export interface CloudOptions {
  /** Folder of the built functions, one folder each: index.js, package.json, config.json. */
  functions: string
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
  /** JSON file of the people whom the desk offers: [{openid, name, note}]. */
  people?: string | undefined
  /** JSON file of the words of message templates, for the desk: {templateId: {title, fields: {thing1: label}}}. */
  templates?: string | undefined
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
  /** Ends running invocations, lets the data folder go. */
  close: () => Promise<void>
}

const ENV_ID = 'local-env'
/** TCB_SOURCE of WeChat's message push. */
const PUSH_SOURCE = 'wx_unknown'
const APP_ID = 'wx0000000000000000'

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
  const { data, host = '127.0.0.1', durable = true, timers = 'at once' } = options
  const { here, there } = addressesOf(host)
  const placeOf = (name: string) => join(data, name)
  if (options.fresh === true)
    for (const name of ['database', 'files', 'messages.jsonl', 'cards.jsonl', 'chat.jsonl', 'payments.jsonl', 'files.jsonl'])
      rmSync(placeOf(name), { recursive: true, force: true })

  const functions = readDeployed(options.functions)
  for (const { fault } of functions) if (fault !== undefined) options.onTrouble?.(fault)
  const collections =
    options.collections === undefined ? 'ad hoc' : readWritten(options.collections, declarationsSchema, 'The collections').collections
  const mayInvoke = readRules(join(options.functions, 'rules.json'))
  const events = createEvents()
  const callers = createCallers()
  const lastSeen = new Map<string, number>()
  let port = options.port

  const schedule = createSchedule(
    functions.flatMap(({ name, config }) =>
      config.triggers.map(trigger => ({ functionName: name, name: trigger.name, config: trigger.config })),
    ),
  )
  const clock = createTimekeeper({
    schedule,
    frozenAt: options.frozenAt,
    fire: async due => (await runtime.call(due.trigger.functionName, timerEvent(due), { openid: undefined, source: TIMER_SOURCE })).ok,
    onChange: fired => events.publish('clock', { now: clock.now(), frozen: clock.frozen(), fired }),
  })
  const runtime = createRuntime({
    folder: options.functions,
    functions,
    clock: clock.cell,
    now: clock.now,
    envId: ENV_ID,
    appId: APP_ID,
    adminUrl: token => `http://${here}:${port}/admin/${token}`,
    onTrouble: options.onTrouble,
    onInvocation: invocation => {
      events.publish('call', invocation)
      options.onInvocation?.(invocation)
    },
  })
  const ledger = openLedger(placeOf('messages.jsonl'), message => events.publish('message', message))
  const cards = openCards(placeOf('cards.jsonl'), clock.now, card => events.publish('card', card))
  const chat = openChat(placeOf('chat.jsonl'), cards, item => events.publish('chat', item))
  const phones = createPhoneNumbers(clock.now, APP_ID)
  const openData = createOpenData(clock.now, APP_ID)
  const orders = openOrders(placeOf('payments.jsonl'))
  const files = openFiles(placeOf('files'), placeOf('files.jsonl'), { now: clock.now, durable })
  const ids = createFileIds(ENV_ID)
  const storage = createStorage({ files, ids, baseUrl: () => `http://${there}:${port}`, now: clock.now })
  const database = await openDatabase({ folder: placeOf('database'), collections, now: clock.now, durable })

  const isPresent = presence(clock.now, openid => lastSeen.get(openid))
  const pushes = functions.flatMap(({ name, config }) => config.pushes.map(event => ({ event, name })))
  const mediaChecks = createMediaChecks({
    now: clock.now,
    appId: APP_ID,
    isPresent,
    async push(event) {
      const told = pushes.filter(one => one.event === event.Event)
      await Promise.all(
        told.map(({ name }) => runtime.call(name, JSON.stringify(event), { openid: event.FromUserName, source: PUSH_SOURCE })),
      )
    },
  })
  const openApis = {
    apis: {
      ...subscribeMessageApis(ledger, () => readTemplates(options.templates), clock.now),
      ...updatableMessageApis(cards, clock.now),
      ...miniProgramCodeApis,
      ...textCheckApis(clock.now, isPresent),
      ...mediaChecks.apis,
      ...phones.apis,
    },
    openData,
    permitted: () => callers.current()?.openapi,
  }
  const admin = adminHandler(
    {
      ...database.actions,
      ...storage.actions,
      'functions.invokeFunction': invokeAction(runtime, callers.current),
      'wx.api': legacyApiAction(openApis),
    },
    {
      multipart: {
        'wx.openApi': openApiAction(openApis),
        'wx.wxPayApi': payAction(payApis({ orders, now: clock.now, appId: APP_ID }), () => callers.current()?.caller.openid),
      },
      onOperation: callers.onOperation,
    },
  )
  const adminRoute: Route = {
    method: 'POST',
    pattern: /^\/admin(?:\/([\w-]+))?$/,
    handle: ({ req, res, params: [token = ''] }) => callers.within(runtime.running(token), req.url ?? '', () => admin(req, res)),
  }
  const services = serviceRoutes({
    runtime,
    clock,
    mayInvoke,
    openData,
    phones,
    events,
    lastSeen,
    appId: APP_ID,
    peopleFile: options.people,
    startedAt: clock.now(),
  })
  const payments = payRoutes({ orders, runtime, now: clock.now, appId: APP_ID })
  const messages = messageRoutes({ ledger, chat, now: clock.now, templatesFile: options.templates })
  const browser = dataRoutes(database, createDocuments(database.actions, clock.now))
  const overview = overviewRoutes({ functions, mayInvoke, schedule, files, now: clock.now })
  const routes = [
    adminRoute,
    ...services,
    ...payments,
    ...overview,
    ...messages,
    ...browser,
    ...storageRoutes(storage, files, ids),
    ...deskRoutes(options.web),
  ]
  const onFault = (error: unknown, request: string) => console.error(`local cloud: ${request} failed`, error)

  const server = await serve(routes, { host, port: options.port, onFault }).catch(async (error: unknown) => {
    await database.close()
    throw error
  })
  port = server.port
  if (timers === 'at once') clock.start()

  const stop = async () => {
    events.close()
    await runtime.stop()
    await mediaChecks.settled()
    await clock.stop()
    await server.close()
  }
  return {
    url: `http://${there}:${port}`,
    clock,
    async close() {
      try {
        await stop()
      } finally {
        await database.close()
        unlock()
      }
    },
  }
}

function timerEvent({ trigger, at }: Due): string {
  return JSON.stringify({ Type: 'Timer', TriggerName: trigger.name, Time: new Date(at).toISOString().replace('.000Z', 'Z'), Message: '' })
}
