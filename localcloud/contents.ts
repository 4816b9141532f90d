import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { openAdmin, type Admin, type Operation } from './admin/admin'
import { createDocuments } from './data/documents'
import { dataRoutes } from './data/routes'
import { deskRoutes } from './desk/routes'
import type { CollectionsMode } from './engine/catalog'
import { openDatabase } from './engine/database'
import type { Declarations } from './engine/declarations'
import type { Shelf } from './functions/deployed'
import { invokeAction } from './functions/invoke-action'
import type { MayInvoke } from './functions/rules'
import type { Runtime } from './functions/runtime'
import type { Events } from './http/events'
import type { Route } from './http/exchange'
import { openCards } from './messages/cards'
import { openChat } from './messages/chat'
import { openManagement } from './management/management'
import type { ManagedShelf } from './management/shelf'
import { openLedger } from './messages/ledger'
import { messageRoutes } from './messages/routes'
import { templatesIn } from './messages/templates'
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
import type { Schedule } from './timers/schedule'
import type { Timekeeper } from './timers/timekeeper'

/** TCB_SOURCE of WeChat's message push. */
const PUSH_SOURCE = 'wx_unknown'

/** What of a data folder a cloud fills: documents, files, messages, and what is managed. The rest (its lock, what others put beside) is left alone. */
const FILLED = [
  'database',
  'files',
  'messages.jsonl',
  'cards.jsonl',
  'chat.jsonl',
  'payments.jsonl',
  'files.jsonl',
  'functions',
  'rules.json',
]
/** lmdb's own, of the process that has the folder open. */
const LOCK = 'lock.mdb'

/** Empties a data folder that no cloud has open. */
export const emptyFolder = (folder: string): void => {
  for (const name of FILLED) rmSync(join(folder, name), { recursive: true, force: true })
}

/** Puts what one data folder was filled with into another, which is empty; no cloud has either open. */
export const fillFolder = (folder: string, from: string): void => {
  mkdirSync(folder, { recursive: true })
  for (const name of FILLED) {
    if (existsSync(join(from, name)))
      cpSync(join(from, name), join(folder, name), { recursive: true, filter: path => !path.endsWith(LOCK) })
  }
}

export interface Parts {
  data: string
  collections: Declarations['collections'] | CollectionsMode
  durable: boolean
  web: string | undefined
  people: string | undefined
  templates: string | undefined
  introduction: string | undefined
  pages: readonly string[] | undefined
  envId: string
  appId: string
  shelf: Shelf
  /** Takes notice of functions that have come, changed or gone. */
  look: () => void
  /** Whether phones may call a function; in a managed cloud its own rules say it. */
  mayInvoke: MayInvoke
  /** Where the cloud is managed while it runs: its functions, and who is told of changed triggers. */
  managed: { shelf: ManagedShelf; onTimers: () => void } | undefined
  runtime: Runtime
  clock: Timekeeper
  schedule: Schedule
  events: Events
  /** `http://host:port` of this cloud. */
  url: () => string
}

/** What a cloud holds at a time, and the routes that lead to it. */
export interface Contents {
  readonly routes: readonly Route[]
  /** The API of the cloud for the functions that run in it. */
  readonly admin: Pick<Admin, 'answer'>
  close: () => Promise<void>
}

/** Tells the invocation that asked of an operation of the database. */
const countOperation = ({ running, path, action, collection, index, examined }: Operation): void => {
  if (!action.startsWith('database.')) return
  running?.count.onDatabaseOperation(path, { action: action.slice('database.'.length), collection, index, examined })
}

/** Opens what a data folder holds: documents, files, messages; with them begins what is remembered only while it is open (consent, codes, who was here). */
export async function openContents(parts: Parts): Promise<Contents> {
  const { data, collections, durable, shelf, look, runtime, clock, schedule, events, url, envId, appId } = parts
  const placeOf = (name: string) => join(data, name)
  const lastSeen = new Map<string, number>()
  const ledger = openLedger(placeOf('messages.jsonl'), message => events.publish('message', message))
  const cards = openCards(placeOf('cards.jsonl'), clock.now, card => events.publish('card', card))
  const chat = openChat(placeOf('chat.jsonl'), cards, item => events.publish('chat', item))
  const phones = createPhoneNumbers(clock.now, appId)
  const openData = createOpenData(clock.now, appId)
  const orders = openOrders(placeOf('payments.jsonl'))
  const files = openFiles(placeOf('files'), placeOf('files.jsonl'), { now: clock.now, durable })
  const ids = createFileIds(envId)
  const storage = createStorage({ files, ids, baseUrl: url, now: clock.now })
  const database = await openDatabase({ folder: placeOf('database'), collections, now: clock.now, durable })

  const declared = new Set(typeof collections === 'string' ? [] : collections.map(one => one.name))
  const managed =
    parts.managed &&
    openManagement({
      ...{ ...parts.managed, database, envId, mayInvoke: parts.mayInvoke, isDeclared: name => declared.has(name) },
      usage: () => ({
        ...{ StorageSizepkg: megabytesIn(placeOf('files')), DbSizepkg: megabytesIn(placeOf('database')) },
        FunctionInvocationpkg: Object.values(runtime.figures.all()).reduce((sum, one) => sum + one.invocations, 0),
      }),
      rulesFile: placeOf('rules.json'),
    })
  const mayInvoke = managed?.mayInvoke ?? parts.mayInvoke

  const isPresent = presence(clock.now, openid => lastSeen.get(openid))
  const mediaChecks = createMediaChecks({
    now: clock.now,
    appId,
    isPresent,
    async push(event) {
      const told = shelf.list().filter(({ config }) => config.pushes.includes(event.Event))
      await Promise.all(
        told.map(({ name }) => runtime.call(name, JSON.stringify(event), { openid: event.FromUserName, source: PUSH_SOURCE })),
      )
    },
  })
  const openApis = {
    apis: {
      ...subscribeMessageApis(ledger, templatesIn(parts.templates), clock.now),
      ...updatableMessageApis(cards, clock.now),
      ...miniProgramCodeApis(parts.pages),
      ...textCheckApis(clock.now, isPresent),
      ...mediaChecks.apis,
      ...phones.apis,
    },
    openData,
  }
  const admin = openAdmin(
    {
      ...database.actions,
      ...storage.actions,
      'functions.invokeFunction': invokeAction(runtime),
      'wx.api': legacyApiAction(openApis),
    },
    {
      multipart: {
        'wx.openApi': openApiAction(openApis),
        'wx.wxPayApi': payAction(payApis({ orders, now: clock.now, appId })),
      },
      onOperation: countOperation,
    },
  )
  const adminRoute: Route = {
    method: 'POST',
    pattern: /^\/admin(?:\/([\w-]+))?$/,
    handle: ({ req, res, params: [token = ''] }) => {
      const serve = () => admin.serve(req, res, runtime.running(token))
      if (token === '' && managed !== undefined) managed.asAdministrator(res, serve)
      else serve()
    },
  }
  const services = serviceRoutes({
    runtime,
    clock,
    mayInvoke,
    openData,
    phones,
    events,
    lastSeen,
    appId,
    peopleFile: parts.people,
    startedAt: clock.now(),
  })
  const payments = payRoutes({ orders, runtime, now: clock.now, appId })
  const messages = messageRoutes({ ledger, chat, now: clock.now, templatesFile: parts.templates })
  const browser = dataRoutes(database, createDocuments(database.actions, clock.now))
  const overview = overviewRoutes({ shelf, look, mayInvoke, schedule, files, now: clock.now })
  const routes = [
    adminRoute,
    ...(managed?.routes ?? []),
    ...services,
    ...payments,
    ...overview,
    ...messages,
    ...browser,
    ...storageRoutes(storage, files, ids),
    ...deskRoutes({ web: parts.web, introductionFile: parts.introduction }),
  ]

  return {
    routes,
    admin,
    async close() {
      await mediaChecks.settled()
      await database.close()
    },
  }
}

/** How much lies in a folder and below it; 0 where there is none. */
function megabytesIn(folder: string): number {
  if (!existsSync(folder)) return 0
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map(name => statSync(join(folder, name)))
  return files.reduce((sum, file) => sum + (file.isFile() ? file.size : 0), 0) / 1_048_576
}
