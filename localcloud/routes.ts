import { readFileSync } from 'node:fs'
import * as z from 'zod'
import type { Runtime } from './functions/runtime'
import type { Events } from './http/events'
import {
  INVALID_PARAM,
  openidOf,
  parseJson,
  readBody,
  readJson,
  Refusal,
  requireOpenid,
  sendJson,
  sendText,
  type Exchange,
  type Route,
} from './http/exchange'
import type { Ledger } from './messages/ledger'
import type { PhoneNumbers } from './openapi/phone-number'
import type { Timekeeper } from './timers/timekeeper'

export interface Services {
  runtime: Runtime
  clock: Timekeeper
  ledger: Ledger
  phones: PhoneNumbers
  events: Events
  /** Cloud time (ms) of each person's last call. */
  lastSeen: Map<string, number>
  appId: string
  peopleFile: string | undefined
  templatesFile: string | undefined
  /** Since when `/stats` counts: cloud time of the start, ms. */
  startedAt: number
}

/** Longest event that the platform takes, in bytes. */
const LONGEST_EVENT_BYTES = 100 * 1024
/** A `since` above this is an instant in ms, below it a cursor: no outbox gets so long, and no clock is set before 1973. */
const LARGEST_CURSOR = 1e11

const clockSchema = z
  .strictObject({ now: z.number().int().optional(), advance: z.number().int().optional(), frozen: z.boolean().optional() })
  .refine(({ now, advance }) => now === undefined || advance === undefined, 'now and advance exclude each other')
  .refine(change => Object.keys(change).length > 0, 'one of now, advance, frozen is needed')
const consentSchema = z.object({ templateIds: z.array(z.string().min(1)).min(1).max(5), accepted: z.boolean() })
const phoneSchema = z.object({ phone: z.string().regex(/^1\d{10}$/, 'a mobile number has 11 digits') })
const sinceSchema = z.coerce.number().int().nonnegative().default(0)
const peopleSchema = z.array(z.object({ openid: z.string().min(1), name: z.string().min(1), note: z.string().default('') }))

const templatesSchema = z.record(z.string(), z.object({ title: z.string(), fields: z.record(z.string(), z.string()).default({}) }))

/** What a phone, a test and the desk ask of the cloud besides its admin API and its storage. */
export function serviceRoutes(services: Services): Route[] {
  const { runtime, clock, ledger, phones, events, startedAt } = services

  async function call({ req, res, params: [name = ''] }: Exchange): Promise<void> {
    const openid = openidOf(req)
    const eventJson = eventOf((await readBody(req, LONGEST_EVENT_BYTES)).toString('utf8'), openid, services.appId)
    if (openid !== undefined) services.lastSeen.set(openid, clock.now())
    const reply = await runtime.call(name, eventJson, { openid, source: 'wx_client' })
    res.setHeader('x-request-id', reply.requestId)
    if (reply.ok) sendText(res, reply.json, 'application/json; charset=utf-8')
    else sendJson(res, { errCode: reply.errCode, errMsg: reply.errMsg, requestId: reply.requestId }, reply.status)
  }

  const time = () => ({ now: clock.now(), frozen: clock.frozen() })

  async function changeClock({ req, res }: Exchange): Promise<void> {
    const { now, advance, frozen } = await readJson(req, clockSchema)
    if (frozen !== undefined) await clock.setFrozen(frozen)
    const fired = now !== undefined ? await clock.moveTo(now) : advance !== undefined ? await clock.advance(advance) : []
    sendJson(res, { ...time(), fired })
  }

  function outbox({ res, url }: Exchange): void {
    const parsed = sinceSchema.safeParse(url.searchParams.get('since') ?? undefined)
    if (!parsed.success) throw new Refusal(400, INVALID_PARAM, 'since is an instant in ms or a cursor')
    const since = parsed.data
    const items = since > LARGEST_CURSOR ? ledger.after(0).filter(({ at }) => at >= since) : ledger.after(since)
    sendJson(res, { items, cursor: items.at(-1)?.id ?? (since > LARGEST_CURSOR ? 0 : since) })
  }

  async function consent({ req, res }: Exchange): Promise<void> {
    const openid = requireOpenid(req)
    const { templateIds, accepted } = await readJson(req, consentSchema)
    if (accepted) for (const template of templateIds) ledger.consent(openid, template)
    sendJson(res, { left: Object.fromEntries(templateIds.map(template => [template, ledger.left(openid, template)])) })
  }

  async function phoneCode({ req, res }: Exchange): Promise<void> {
    requireOpenid(req)
    const { phone } = await readJson(req, phoneSchema)
    sendJson(res, { code: phones.issueCode(phone) })
  }

  const reset = ({ res }: Exchange) => {
    runtime.figures.reset()
    sendJson(res, {})
  }

  return [
    { method: 'POST', pattern: /^\/call\/([^/]+)$/, handle: call },
    { method: 'GET', pattern: /^\/clock$/, handle: ({ res }) => sendJson(res, time()) },
    { method: 'POST', pattern: /^\/clock$/, handle: changeClock },
    { method: 'GET', pattern: /^\/outbox$/, handle: outbox },
    { method: 'GET', pattern: /^\/outbox\/stream$/, handle: ({ res }) => events.attach(res) },
    { method: 'POST', pattern: /^\/consent$/, handle: consent },
    { method: 'POST', pattern: /^\/phone-code$/, handle: phoneCode },
    { method: 'GET', pattern: /^\/stats$/, handle: ({ res }) => sendJson(res, { since: startedAt, functions: runtime.figures.all() }) },
    { method: 'DELETE', pattern: /^\/stats$/, handle: reset },
    { method: 'POST', pattern: /^\/stats\/reset$/, handle: reset },
    { method: 'GET', pattern: /^\/log$/, handle: ({ res }) => sendJson(res, { items: runtime.figures.log() }) },
    { method: 'GET', pattern: /^\/people$/, handle: ({ res }) => sendJson(res, readFileAs(peopleSchema, services.peopleFile, [])) },
    {
      method: 'GET',
      pattern: /^\/templates$/,
      handle: ({ res }) => sendJson(res, readFileAs(templatesSchema, services.templatesFile, {})),
    },
  ]
}

/** The event as the function gets it: calls from a phone carry the person in `userInfo`. Throws a Refusal when it is no JSON object. */
function eventOf(body: string, openid: string | undefined, appId: string): string {
  const event = parseJson(body === '' ? '{}' : body)
  if (typeof event !== 'object' || event === null || Array.isArray(event)) {
    throw new Refusal(400, INVALID_PARAM, 'The event has to be a JSON object')
  }
  return JSON.stringify(openid === undefined ? event : { ...event, userInfo: { openId: openid, appId } })
}

function readFileAs<T>(schema: z.ZodType<T>, file: string | undefined, absent: T): T {
  return file === undefined ? absent : schema.parse(JSON.parse(readFileSync(file, 'utf8')))
}
