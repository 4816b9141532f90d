import * as z from 'zod'
import { INVALID_PARAM, openidOf, readJson, Refusal, requireOpenid, sendJson, type Exchange, type Route } from '../http/exchange'
import { sharedSchema, type Chat } from './chat'
import type { Ledger } from './ledger'
import { templatesIn } from './templates'

/** A `since` above this is an instant in ms, below it a cursor: no outbox gets so long, and no clock is set before 1973. */
const LARGEST_CURSOR = 1e11

const consentSchema = z.object({ templateIds: z.array(z.string().min(1)).min(1).max(5), accepted: z.boolean() })
const sinceSchema = z.coerce.number().int().nonnegative().default(0)

interface Parts {
  ledger: Ledger
  chat: Chat
  now: () => number
  templatesFile: string | undefined
}

/** A card brings its picture along. */
const LARGEST_CARD_BYTES = 512 * 1024

/** Service messages, the consents to them, and the group chat. */
export function messageRoutes({ ledger, chat, now, templatesFile }: Parts): Route[] {
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

  async function share({ req, res }: Exchange): Promise<void> {
    const shared = await readJson(req, sharedSchema, LARGEST_CARD_BYTES)
    sendJson(res, chat.share({ ...shared, openid: openidOf(req) ?? '', at: now() }))
  }

  const templates = templatesIn(templatesFile)
  return [
    { method: 'GET', pattern: /^\/outbox$/, handle: outbox },
    { method: 'POST', pattern: /^\/consent$/, handle: consent },
    { method: 'GET', pattern: /^\/templates$/, handle: ({ res }) => sendJson(res, templates()) },
    { method: 'GET', pattern: /^\/chat$/, handle: ({ res }) => sendJson(res, { items: chat.items() }) },
    { method: 'POST', pattern: /^\/chat$/, handle: share },
  ]
}
