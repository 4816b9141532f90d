import * as z from 'zod'
import type { AuditKind } from '../../core/shared/audit-kinds'
import { templateNames, type TemplateName } from '../../core/shared/notices'
import { ranks } from '../../core/shared/offices'
import type { Schema } from '../../core/shared/operation'
import { Nothing } from '../../core/shared/schemas'
import { holds, judgeTouch, mayCall } from './access'
import { addressesOf } from './addresses'
import { auditRows } from './audit'
import type { Collection, Row } from './collection'
import { commandIdOf, keepReply, keptReply } from './command'
import { Audit, Commands } from './documents'
import { Failure } from './failure'
import { identify, type Account, type Actor, type Grant, type Person } from './identity'
import { giveBack, takeCommandFrom, takeFrom } from './limits'
import { logFault } from './log'
import type { Ports } from './ports'
import type { Along, Found, Store } from './store'
import { tally } from './tallies'
import { tell } from './tell'
import type { Context, Home, Homes, Operations, PlacedRow } from './use-case'

/** A capability as the kernel serves it: its operations, the collections of their subjects, and their use-cases. */
export interface Capability {
  contract: Operations
  homes: Homes
  /** Each is typed by its operation where it is written; here, where any of them may be meant, the types are dropped. */
  handlers: Readonly<Record<string, (input: never, context: never) => Promise<unknown>>>
}

/** What is served: the capability for each noun, and the collection of the persons at the phones. */
export interface Served<P extends Person> {
  capabilities: Readonly<Record<string, () => Promise<Capability>>>
  people: Collection<P>
}

/** What a phone sends. Read by hand: the first reply of a container waits for no schema library. */
interface Envelope {
  op: string
  input: unknown
  commandId: string | undefined
  /** The group chat that the platform puts in place of a CloudID of getGroupEnterInfo; anything else, an expired one included, is no group. */
  group: string | undefined
  /** The templates by which the person has just agreed to be told; what is none is passed over. */
  accepted: readonly TemplateName[]
}

const COMMAND_ID = /^[A-Za-z0-9_-]{1,64}$/
const LONGEST_GROUP = 64
const MOST_ACCEPTED = 5

const fieldsOf = (value: unknown): ReadonlyMap<string, unknown> | undefined =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : undefined

const groupOf = (said: unknown): string | undefined => {
  const data = fieldsOf(fieldsOf(said)?.get('data'))
  const group = data?.get('openGId') ?? data?.get('opengid')
  return typeof group === 'string' && group !== '' && group.length <= LONGEST_GROUP ? group : undefined
}

const isTemplateName = (name: unknown): name is TemplateName => templateNames.some(one => one === name)
const acceptedOf = (said: unknown): readonly TemplateName[] =>
  Array.isArray(said) && said.length <= MOST_ACCEPTED && said.every(isTemplateName) ? said : []

/** @throws Failure with the paths of what does not fit */
const envelopeOf = (event: unknown): Envelope => {
  const fields = fieldsOf(event)
  if (!fields) throw new Failure('INVALID_INPUT', { paths: [''] })
  const [op, commandId] = [fields.get('op'), fields.get('commandId')]
  const isOp = typeof op === 'string'
  const isCommand = commandId === undefined || (typeof commandId === 'string' && COMMAND_ID.test(commandId))
  if (!isOp || !isCommand) throw new Failure('INVALID_INPUT', { paths: [...(isOp ? [] : ['op']), ...(isCommand ? [] : ['commandId'])] })
  return { op, commandId, input: fields.get('input'), group: groupOf(fields.get('group')), accepted: acceptedOf(fields.get('accepted')) }
}

/** `files`: where the files that `data` names by their ids can be fetched for an hour. */
export type Answer = { ok: true; data: unknown; files?: Readonly<Record<string, string>> } | { ok: false; code: string; data?: unknown }

const paths = (error: z.ZodError) => ({ paths: [...new Set(error.issues.map(issue => issue.path.join('.')))] })

/**
 * One request from envelope to reply: identify → authorize → parse → handle → reply. Identity and subject are read in one request to the database.
 * Never throws: a refusal is a code, an internal fault is INTERNAL with a trace id that the log has too.
 */
export const serve =
  <P extends Person>(served: Served<P>) =>
  async (event: unknown, openid: string | undefined, ports: Ports): Promise<Answer> => {
    const traceId = once(() => ports.newId())
    try {
      const data = await answer(served, event, openid, ports)
      const files = await addressesOf(data, ports)
      return { ok: true, data, ...(files ? { files } : {}) }
    } catch (error) {
      if (error instanceof Failure) return { ok: false, code: error.code, ...(error.data === undefined ? {} : { data: error.data }) }
      logFault(error, { traceId: traceId() })
      await tally(ports, [{ what: 'fault', of: named(served, event) }])
      return { ok: false, code: 'INTERNAL', data: { traceId: traceId() } }
    } finally {
      const ms = Math.round(ports.elapsed())
      if (ms > SLOW_MS) {
        console.warn(JSON.stringify({ traceId: traceId(), op: named(served, event), ms }))
        await tally(ports, [{ what: 'slow', of: named(served, event), ms }])
      }
    }
  }

/** An answer that took longer is noted for the technician: the person has waited for it. */
const SLOW_MS = 3000

/** The operation that was asked for, in a log or a count: only names of ours. */
const named = <P extends Person>({ capabilities }: Served<P>, event: unknown): string => {
  const said = fieldsOf(event)?.get('op')
  const [, op, noun] = /^(([a-zA-Z]+)\.[a-zA-Z]{1,30})$/.exec(typeof said === 'string' ? said : '') ?? []
  return op !== undefined && noun !== undefined && Object.hasOwn(capabilities, noun) ? op : 'other'
}

/** Own properties only: `constructor` and the like are no operations. */
const ownOf = <V>(table: Readonly<Record<string, V>>, name: string): V => {
  const found = Object.hasOwn(table, name) ? table[name] : undefined
  if (found === undefined) throw new Failure('NOT_FOUND')
  return found
}

const answer = async <P extends Person>(served: Served<P>, event: unknown, openid: string | undefined, ports: Ports): Promise<unknown> => {
  if (!openid) throw new Failure('UNAUTHENTICATED')
  const { op, input: raw = {}, commandId, group, accepted } = envelopeOf(event)
  const noun = op.slice(0, Math.max(0, op.indexOf('.')))
  const { contract, homes, handlers } = await ownOf(served.capabilities, noun)()
  const declared = ownOf(contract, op)
  const handle = ownOf(handlers, op)
  const parsed = inputOf(declared.input, raw)
  const input = parsed.success && typeof parsed.data === 'object' && parsed.data !== null ? parsed.data : {}

  const subjectId = declared.of === undefined ? undefined : fieldOf(input, declared.of)
  const command = once(() => commandIdOf(op, openid, commandId ?? ports.newId()))
  const keeps = declared.kept && commandId !== undefined
  const about = declared.of === undefined || subjectId === undefined ? [] : homeOf(ownOf(homes, declared.of), subjectId, served.people)
  const wanted = keeps ? [...about, { collection: Commands, id: command() }] : about
  const identity = await identify(ports.store, served.people, openid, wanted)
  // Of an account that is not there the database tells nothing: a stranger's subject is looked for by itself.
  const found = identity?.along ?? (await Promise.all(wanted.map(one => readAlone(ports.store, one))))
  const subject = subjectIn(found.slice(0, about.length))
  const again = keptReply(found[about.length]?.row)
  // The caller's own reply, before anything is judged: what the command removed, or the right it used, may be gone.
  if (again) return again.data
  const people = identity?.people ?? []
  const account = identity?.account ?? null
  const own = people.find(one => one._id === account?.memberId) ?? null

  // A caller without any right learns nothing more: neither what is wrong with the input nor whether the subject exists.
  const allowed = mayCall(declared.who, own, people)
  if (allowed !== 'yes') throw new Failure(allowed)
  if (!parsed.success) throw new Failure('INVALID_INPUT', paths(parsed.error))
  // A duty is the member's own: a family helper does not act for them in it.
  const person = declared.who === 'self' ? own : choosePerson(own, people, fieldOf(input, 'forMemberId'))
  if (declared.who === 'member' && takesForMember(declared.input) && !person) throw new Failure('INVALID_INPUT', { paths: ['forMemberId'] })
  if (subjectId !== undefined) {
    if (!subject) throw new Failure('NOT_FOUND')
    const touched = judgeTouch(declared, own, person, subject)
    if (touched !== 'yes') throw Failure.of(touched, undefined)
    if (declared.ranked && !ranks[declared.ranked](own?.grants ?? [], grantsOf(subject))) throw new Failure('FORBIDDEN')
  }

  const audits: { memberId: string; what: AuditKind; why?: string }[] = []
  const actor = actorOf(openid, account, own, person)
  const context: Omit<Context<typeof declared, P, Homes>, 'person' | 'subject' | 'fail' | 'refuse'> & {
    person: P | null
    subject: unknown
    fail: (code: string, data?: unknown) => never
    refuse: (verdict: { refused: string; data?: unknown }) => never
  } = {
    ...ports,
    openid,
    account,
    person,
    people,
    actor,
    subject,
    get commandId() {
      return command()
    },
    group,
    fail: (code, data) => {
      throw Failure.of(code, data)
    },
    refuse: ({ refused, data }) => {
      throw Failure.of(refused, data)
    },
    holds: (roles, path) => own !== null && holds([own], roles, path),
    may: (...verbs) =>
      verbs.filter(verb => subject !== null && judgeTouch(ownOf(contract, `${noun}.${verb}`), own, person, subject) === 'yes'),
    tell: (memberIds, telling, options) => tell(ports, memberIds, telling, options),
    audit: (memberId, what, why) => void audits.push({ memberId, what, ...(why === undefined ? {} : { why }) }),
    limit: (key, max, windowMs) => takeFrom(ports, `${op}:${key}`, max, windowMs),
    limitCommands: (key, max, windowMs) => takeCommandFrom(ports, `${op}:${key}`, command(), max, windowMs),
    giveBack: (key, windowMs) => giveBack(ports, `${op}:${key}`, windowMs),
    checkText: async (...texts) => {
      const asked = texts.filter((text): text is string => Boolean(text?.trim()))
      if (asked.length > 0 && !(await ports.wechat.textIsFit(openid, asked.join('\n')))) throw new Failure('TEXT_REFUSED')
    },
  }
  // Only of a person who is known: what strangers claim to have accepted is no consent.
  const heard =
    account === null || accepted.length === 0
      ? undefined
      : tally(
          ports,
          accepted.map(of => ({ what: 'accepted', of })),
        )
  const data = await (handle as (input: unknown, context: unknown) => Promise<unknown>)(input, context)
  await heard
  if (audits.length > 0) await ports.store.table(Audit).addAll(auditRows(audits, actor, ports))
  return keeps ? keepReply(ports, command(), data) : data
}

/** Made when it is first wanted: most requests need no id of their own, and what makes ids is loaded with the first. */
const once = (make: () => string): (() => string) => {
  let made: string | undefined
  return () => (made ??= make())
}

/** What was sent, by the operation's schema; where it takes nothing, no schema is made. */
const inputOf = (schema: Schema, raw: unknown) =>
  schema === Nothing && fieldsOf(raw) ? { success: true as const, data: {} } : z.safeParse(schema, raw)

/** Where the document that an operation is about may be; of one about a person, the person too. */
const homeOf = (home: Home, id: string, people: Collection<Row>): Along[] => {
  if ('follows' in home) return [{ collection: home.follows, id, person: people }]
  if ('holds' in home) return [{ collection: home.holds, id: home.keyOf(id) }]
  return [home].flat().map(collection => ({ collection, id }))
}

const readAlone = async (store: Store, { collection, id, person }: Along): Promise<Found> => {
  const row = await store.table(collection).get(id)
  if (!row) return null
  const memberId: unknown = Reflect.get(row, 'memberId')
  const of = person && typeof memberId === 'string' ? await store.table(person).get(memberId) : null
  return { row, person: of }
}

const hasPlace = (row: object): row is { path: string } => 'path' in row && typeof row.path === 'string'
/** The one that was found; a document about a person stands where that person is now. */
const subjectIn = (found: readonly Found[]): PlacedRow | null => {
  const one = found.find(each => each !== null)
  if (!one) return null
  const { row, person } = one
  if (person && hasPlace(person)) return { ...row, path: person.path }
  return hasPlace(row) ? row : null
}

const isGrants = (value: unknown): value is readonly Grant[] => Array.isArray(value)
/** The offices of the person that an operation is done to. */
const grantsOf = (subject: PlacedRow): readonly Grant[] => ('grants' in subject && isGrants(subject.grants) ? subject.grants : [])

/** A field of a parsed input, if it is a text. */
const fieldOf = (input: object, field: string): string | undefined => {
  const value: unknown = Object.entries(input).find(([key]) => key === field)?.[1]
  return typeof value === 'string' ? value : undefined
}

/** Does the operation let its caller act for another person? */
const takesForMember = (input: Schema): boolean => input instanceof z.ZodObject && 'forMemberId' in input.shape

/** The person it is for: the one named, if the caller may act for them; else the caller; else the only elder they act for. */
const choosePerson = <P extends Person>(own: P | null, people: readonly P[], forMemberId: string | undefined): P | null => {
  if (forMemberId === undefined) return own ?? (people.length === 1 ? (people[0] ?? null) : null)
  const named = people.find(one => one._id === forMemberId)
  if (!named) throw new Failure('FORBIDDEN')
  return named
}

const actorOf = (openid: string, account: Account | null, own: Person | null, person: Person | null): Actor => {
  const relation = account?.actingFor.find(bond => bond.memberId === person?._id)?.relation
  return {
    openid,
    memberId: own?._id ?? null,
    // The roster has a member's real name; the account has the one from their invitation.
    name: own?.name ?? account?.name ?? '',
    ...(relation && own?._id !== person?._id ? { relation } : {}),
  }
}
