import * as z from 'zod/mini'

/** What the desk asks of the cloud, and what it hears from it. Instants are cloud time in ms. */
const person = z.object({ openid: z.string(), name: z.string(), note: z.string() })
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
  ok: z.boolean(),
  console: z.array(z.object({ level: z.string(), text: z.string() })),
})
const clockState = z.object({ now: z.number(), frozen: z.boolean() })
const clockChange = z.object({ now: z.number(), frozen: z.boolean(), fired: z.array(firing) })

export type Person = z.infer<typeof person>
export type Message = z.infer<typeof message>
export type Templates = Record<string, z.infer<typeof template>>
export type Invocation = z.infer<typeof invocation>
export type ClockState = z.infer<typeof clockState>
export type ClockChange = z.infer<typeof clockChange>

async function ask<T>(schema: z.ZodMiniType<T>, path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, body === undefined ? {} : { method: 'POST', body: JSON.stringify(body) })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return schema.parse(await response.json())
}

export const people = () => ask(z.array(person), '/people')
export const templates = () => ask(z.record(z.string(), template), '/templates')
export const messages = async () => (await ask(z.object({ items: z.array(message) }), '/outbox')).items
export const calls = async () => (await ask(z.object({ items: z.array(invocation) }), '/log')).items
export const clock = () => ask(clockState, '/clock')
export const moveClock = (change: { now?: number; advance?: number; frozen?: boolean }) => ask(clockChange, '/clock', change)

export interface Heard {
  message: (message: Message) => void
  call: (invocation: Invocation) => void
  clock: (change: ClockChange) => void
  /** The cloud answers again after it was away: what happened meanwhile was not heard. */
  back: () => void
  away: () => void
}

/** Listens until the page is closed. */
export function listen(heard: Heard): void {
  const stream = new EventSource('/outbox/stream')
  const on = <T>(name: string, schema: z.ZodMiniType<T>, tell: (value: T) => void) =>
    stream.addEventListener(name, (event: MessageEvent<string>) => tell(schema.parse(JSON.parse(event.data))))
  on('message', message, heard.message)
  on('call', invocation, heard.call)
  on('clock', clockChange, heard.clock)
  let away = false
  stream.addEventListener('error', () => {
    away = true
    heard.away()
  })
  stream.addEventListener('open', () => {
    if (away) heard.back()
    away = false
  })
}
