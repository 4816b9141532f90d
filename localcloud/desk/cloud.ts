import * as z from 'zod/mini'

/** What the desk asks of the cloud, and what it hears from it. Instants are cloud time in ms. */
const person = z.object({ openid: z.string(), name: z.string(), note: z.string(), group: z.string() })
const message = z.object({
  id: z.number(),
  at: z.number(),
  touser: z.string(),
  template: z.string(),
  page: z.string(),
  data: z.record(z.string(), z.object({ value: z.string() })),
})
const template = z.object({ title: z.string(), fields: z.record(z.string(), z.string()) })
const firing = z.object({ functionName: z.string(), triggerName: z.string(), at: z.number(), ok: z.boolean() })
const invocation = z.object({
  requestId: z.string(),
  functionName: z.string(),
  op: z.optional(z.string()),
  openid: z.optional(z.string()),
  byTimer: z.boolean(),
  at: z.number(),
  ms: z.number(),
  roundTrips: z.number(),
  databaseOperations: z.number(),
  operations: z.array(z.object({ action: z.string(), collection: z.string(), index: z.string(), examined: z.number() })),
  cold: z.boolean(),
  ok: z.boolean(),
  errMsg: z.optional(z.string()),
  refused: z.optional(z.string()),
  console: z.array(z.object({ level: z.string(), text: z.string() })),
})
const card = z.object({
  activityId: z.string(),
  state: z.union([z.literal(0), z.literal(1), z.literal(2)]),
  memberCount: z.optional(z.string()),
  roomLimit: z.optional(z.string()),
  path: z.optional(z.string()),
})
const chatItem = z.object({
  id: z.number(),
  at: z.number(),
  openid: z.string(),
  title: z.string(),
  path: z.string(),
  imageUrl: z.optional(z.string()),
  activityId: z.optional(z.string()),
  memberCount: z.optional(z.string()),
  roomLimit: z.optional(z.string()),
  card: z.optional(card),
})
const collection = z.object({ name: z.string(), declared: z.boolean(), count: z.number() })
const shownDocument = z.object({ id: z.string(), text: z.string(), mark: z.string() })
const found = z.object({ items: z.array(shownDocument), scanned: z.optional(z.number()), more: z.boolean() })
const overviewSchema = z.object({
  functions: z.array(z.object({ name: z.string(), timeout: z.number(), memorySize: z.number(), phones: z.boolean() })),
  timers: z.array(z.object({ functionName: z.string(), name: z.string(), config: z.string(), at: z.number() })),
  files: z.array(z.object({ path: z.string(), size: z.number(), at: z.number() })),
})
const figures = z.object({
  invocations: z.number(),
  errors: z.number(),
  last: z.array(z.object({ ms: z.number(), roundTrips: z.number() })),
})
const shown = z.object({ openid: z.string(), page: z.string() })
const step = z.extend(shown, {
  words: z.string(),
  hint: z.string(),
  press: z.array(z.string()),
  scans: z.boolean(),
  beside: z.optional(shown),
  moment: z.optional(z.object({ words: z.string(), collection: z.string(), id: z.string(), field: z.string(), plus: z.number() })),
  done: z.union([z.object({ op: z.string() }), z.object({ page: z.string() })]),
  keeps: z.array(z.string()),
})
const introductionSchema = z.object({
  title: z.optional(z.string()),
  about: z.array(z.string()),
  steps: z.array(step),
  links: z.array(z.object({ prefix: z.string(), page: z.string() })),
})
const refusal = z.object({ errMsg: z.string() })
const clockState = z.object({ now: z.number(), frozen: z.boolean() })
const clockChange = z.object({ now: z.number(), frozen: z.boolean(), fired: z.array(firing) })

export type Person = z.infer<typeof person>
export type Message = z.infer<typeof message>
export type Templates = Record<string, z.infer<typeof template>>
export type Invocation = z.infer<typeof invocation>
export type Introduction = z.infer<typeof introductionSchema>
export type Step = z.infer<typeof step>
export type Card = z.infer<typeof card>
export type ChatItem = z.infer<typeof chatItem>
export type ShownDocument = z.infer<typeof shownDocument>
export type OverviewState = z.infer<typeof overviewSchema>
export type Figures = z.infer<typeof figures>
export type ClockState = z.infer<typeof clockState>
export type ClockChange = z.infer<typeof clockChange>

/** The cloud has refused; `status` is HTTP's, the message is the cloud's own sentence. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    message: string,
  ) {
    super(message)
  }
}

async function ask<T>(schema: z.ZodMiniType<T>, path: string, body?: unknown, openid?: string): Promise<T> {
  const headers: Record<string, string> = openid === undefined ? {} : { 'x-wx-openid': openid }
  const response = await fetch(path, body === undefined ? { headers } : { method: 'POST', headers, body: JSON.stringify(body) })
  const answer: unknown = await response.json()
  if (response.ok) return schema.parse(answer)
  const said = refusal.safeParse(answer)
  throw new Refused(response.status, said.success ? said.data.errMsg : `${path} answered ${response.status}`)
}

export const people = () => ask(z.array(person), '/people')
export const introduction = () => ask(introductionSchema, '/introduction')
export const templates = () => ask(z.record(z.string(), template), '/templates')
export const messages = async () => (await ask(z.object({ items: z.array(message) }), '/outbox')).items
export const calls = async () => (await ask(z.object({ items: z.array(invocation) }), '/log')).items
export const clock = () => ask(clockState, '/clock')
export const moveClock = (change: { now?: number; advance?: number; fine?: number; frozen?: boolean }) => ask(clockChange, '/clock', change)

export const chat = async () => (await ask(z.object({ items: z.array(chatItem) }), '/chat')).items
export const share = (openid: string, shared: Shared) => ask(chatItem, '/chat', shared, openid)

export const overview = () => ask(overviewSchema, '/overview')
export const stats = async () => (await ask(z.object({ functions: z.record(z.string(), figures) }), '/stats')).functions

export const collections = async () => (await ask(z.object({ collections: z.array(collection) }), '/data')).collections
const inCollection = (name: string, act: string) => `/data/${encodeURIComponent(name)}/${act}`
export const findDocuments = (name: string, filter: string, skip: number) => ask(found, inCollection(name, 'find'), { filter, skip })
export const oneDocument = (name: string, id: string) => ask(shownDocument, inCollection(name, 'one'), { id })
export const saveDocument = (name: string, { id, mark, text }: ShownDocument) =>
  ask(shownDocument, inCollection(name, 'save'), { id, mark, text })
export const addDocument = (name: string, text: string) => ask(shownDocument, inCollection(name, 'add'), { text })
export const removeDocument = (name: string, { id, mark }: ShownDocument) => ask(z.object({}), inCollection(name, 'remove'), { id, mark })

/** What a phone tells the desk when its owner forwards a page to the group. */
export const sharedSchema = z.object({
  kind: z.literal('share'),
  title: z.string(),
  path: z.string(),
  imageUrl: z.optional(z.string()),
  activityId: z.optional(z.string()),
  memberCount: z.optional(z.string()),
  roomLimit: z.optional(z.string()),
})
export type Shared = z.infer<typeof sharedSchema>

export interface Heard {
  chat: (item: ChatItem) => void
  card: (card: Card) => void
  message: (message: Message) => void
  call: (invocation: Invocation) => void
  clock: (change: ClockChange) => void
  /** The cloud is heard, for the first time or again: what happened before that was not. */
  back: () => void
  away: () => void
}

/** Listens until the page is closed. */
export function listen(heard: Heard): void {
  const stream = new EventSource('/outbox/stream')
  const on = <T>(name: string, schema: z.ZodMiniType<T>, tell: (value: T) => void) =>
    stream.addEventListener(name, (event: MessageEvent<string>) => tell(schema.parse(JSON.parse(event.data))))
  on('message', message, heard.message)
  on('chat', chatItem, heard.chat)
  on('card', card, heard.card)
  on('call', invocation, heard.call)
  on('clock', clockChange, heard.clock)
  stream.addEventListener('error', heard.away)
  stream.addEventListener('open', heard.back)
}
