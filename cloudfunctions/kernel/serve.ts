import * as z from 'zod'
import { contract, type Contract, type OperationName } from '../../core/contract'
import type { SubjectField } from '../../core/shared/operation'
import { holds, mayCall, mayTakePart, mayTouch } from './access'
import { auditRows } from './audit'
import type { Account, Actor, Member } from '../features/people/documents'
import type { CollectionName } from './documents'
import { Failure } from './failure'
import { isSpent, takeFrom } from './limits'
import { logFault } from './log'
import type { Context, Handlers, Ports } from './ports'
import type { Store } from './store'
import { tell } from './tell'

/** Where each subject field is looked up. */
const homes = {
  branchId: 'organizations',
  orgId: 'organizations',
  memberId: 'members',
  activityId: 'activities',
  previewId: 'roster-previews',
  templateId: 'templates',
  postId: 'posts',
  requestId: 'requests',
  visitId: 'visits',
  /** Who looks after elders: a member or a partner unit. */
  helperId: ['members', 'partners'],
} as const satisfies Record<SubjectField, CollectionName | readonly CollectionName[]>

/** What the platform puts in place of a CloudID of getGroupEnterInfo; anything else, an expired one too, is no group. */
const Group = z
  .object({ data: z.union([z.object({ openGId: z.string() }), z.object({ opengid: z.string() })]) })
  .transform(({ data }) => ('openGId' in data ? data.openGId : data.opengid))
  .pipe(z.string().min(1).max(64))
  .optional()
  .catch(undefined)

const Envelope = z.object({
  op: z.string(),
  input: z.unknown().optional(),
  commandId: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/)
    .optional(),
  group: Group,
})

export type Answer = { ok: true; data: unknown } | { ok: false; code: string; data?: unknown }
type AnyHandler = (input: unknown, context: unknown) => Promise<unknown>

/** Its own names only: `constructor` and the like are no operations. */
const isOperation = (name: string): name is OperationName => Object.hasOwn(contract, name)
const paths = (error: z.ZodError) => ({ paths: [...new Set(error.issues.map(issue => issue.path.join('.')))] })

/**
 * One request from envelope to reply: identify → authorize → parse → handle → reply.
 * Identity and the operation's subject are fetched in the same round trip.
 * Never throws: a refusal is a code, a fault of ours is INTERNAL with a trace id that the log carries too.
 */
export const serve =
  (handlers: Handlers<Contract>) =>
  async (event: unknown, openid: string | undefined, ports: Ports): Promise<Answer> => {
    const traceId = ports.newId()
    try {
      return { ok: true, data: await answer(handlers, event, openid, ports) }
    } catch (error) {
      if (error instanceof Failure) return { ok: false, code: error.code, ...(error.data === undefined ? {} : { data: error.data }) }
      logFault(error, { traceId })
      return { ok: false, code: 'INTERNAL', data: { traceId } }
    }
  }

const answer = async (handlers: Handlers<Contract>, event: unknown, openid: string | undefined, ports: Ports): Promise<unknown> => {
  if (!openid) throw new Failure('UNAUTHENTICATED')
  const envelope = Envelope.safeParse(event)
  if (!envelope.success) throw new Failure('INVALID_INPUT', paths(envelope.error))
  const { op, input: raw = {}, commandId, group } = envelope.data
  if (!isOperation(op)) throw new Failure('NOT_FOUND')
  const declared = contract[op]
  const parsed = declared.input.safeParse(raw)

  const subjectId = declared.of === undefined || !parsed.success ? undefined : fieldOf(parsed.data, declared.of)
  const [identity, subject] = await Promise.all([
    ports.store.identify(openid),
    declared.of !== undefined && subjectId !== undefined ? subjectOf(ports.store, homes[declared.of], subjectId) : null,
  ])
  const people = identity?.people ?? []
  const account = identity?.account ?? null
  const own = people.find(one => one._id === account?.memberId) ?? null

  // Who is not heard at all learns nothing more: neither what was wrong with the input nor whether the subject exists.
  const heard = mayCall(declared.who, own, people)
  if (heard !== 'yes') throw new Failure(heard)
  if (!parsed.success) throw new Failure('INVALID_INPUT', paths(parsed.error))
  const person = choosePerson(own, people, fieldOf(parsed.data, 'forMemberId'))
  if (declared.who === 'member' && 'forMemberId' in declared.input.shape && !person)
    throw new Failure('INVALID_INPUT', { paths: ['forMemberId'] })
  if (subjectId !== undefined) {
    if (!subject) throw new Failure('NOT_FOUND')
    const errors: readonly string[] = declared.errors
    if (errors.includes('NOT_INVITED') && !mayTakePart(person, subject)) throw new Failure('NOT_INVITED')
    if (!mayTouch(declared.who, own, person, subject)) throw new Failure('FORBIDDEN')
  }

  const audits: { memberId: string; what: string; why?: string }[] = []
  const actor = actorOf(openid, account, own, person)
  const context = {
    ...ports,
    openid,
    account,
    person,
    people,
    actor,
    subject,
    commandId: commandId ?? ports.newId(),
    group,
    fail: (code: string, data?: unknown): never => {
      throw new Failure(code, data)
    },
    holds: (roles, path) => own !== null && holds([own], roles, path),
    tell: (memberIds, telling, options) => tell(ports, memberIds, telling, options),
    audit: (memberId, what, why) => void audits.push({ memberId, what, ...(why === undefined ? {} : { why }) }),
    limit: (key, max, windowMs) => takeFrom(ports, `${op}:${key}`, max, windowMs),
    spent: (key, max, windowMs) => isSpent(ports, `${op}:${key}`, max, windowMs),
    checkText: async (...texts) => {
      const asked = texts.filter((text): text is string => Boolean(text?.trim()))
      if (asked.length > 0 && !(await ports.wechat.textIsFit(openid, asked.join('\n')))) throw new Failure('TEXT_REFUSED')
    },
  } satisfies Omit<Context<'me.get'>, 'person' | 'subject'> & { person: Member | null; subject: unknown }

  // The table is keyed by operation and each entry is typed by it; only here, where any of them may be meant, is that forgotten.
  const data = await (handlers[op] as AnyHandler)(parsed.data, context)
  if (audits.length > 0) await ports.store.table('audit').addAll(auditRows(audits, actor, ports))
  return data
}

/** The document that an operation is about, wherever it may lie, in one wave. */
const subjectOf = async (store: Store, home: (typeof homes)[SubjectField], id: string) =>
  (await Promise.all([home].flat().map(name => store.table(name).get(id)))).find(one => one !== null) ?? null

/** A field of a parsed input, where it is there and names something. */
const fieldOf = (input: object, field: string): string | undefined => {
  const value: unknown = Object.entries(input).find(([key]) => key === field)?.[1]
  return typeof value === 'string' ? value : undefined
}

/** For whom: the one named, if the caller may act for them; else oneself; else the only elder one helps. */
const choosePerson = (own: Member | null, people: readonly Member[], forMemberId: string | undefined): Member | null => {
  if (forMemberId === undefined) return own ?? (people.length === 1 ? (people[0] ?? null) : null)
  const named = people.find(one => one._id === forMemberId)
  if (!named) throw new Failure('FORBIDDEN')
  return named
}

const actorOf = (openid: string, account: Account | null, own: Member | null, person: Member | null): Actor => {
  const relation = account?.actingFor.find(bond => bond.memberId === person?._id)?.relation
  return {
    openid,
    memberId: own?._id ?? null,
    // The roster knows a member's name better than whoever once invited them as a helper.
    name: own?.name ?? account?.name ?? '',
    ...(relation && own?._id !== person?._id ? { relation } : {}),
  }
}
