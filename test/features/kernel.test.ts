import { Environment } from '../../core/shared/environment'
import { contract, type OperationName } from '../../core/contract'
import type { Member, Organization } from '../../cloudfunctions/features/people/documents'
import { eachRow, every, runJobs } from '../../cloudfunctions/kernel/jobs'
import type { Ports } from '../../cloudfunctions/kernel/ports'
import type { Handlers } from '../../cloudfunctions/features/people/use-case'
import { serve, type Capability } from '../../cloudfunctions/kernel/serve'
import type { Store } from '../../cloudfunctions/kernel/store'
import { capabilities, house } from '../../cloudfunctions/house'
import { Members } from '../../cloudfunctions/features/people/documents'
import type { people } from '../../core/people/contract'
import { codeOf, type Operation } from '../../core/shared/operation'
import { sharedRefusals } from '../../core/shared/refusals'

const NOW = 1_795_222_800_000

const member = (_id: string, path: string, more: Partial<Member> = {}): Member => ({
  _id,
  name: `名${_id}`,
  branchId: 'b1',
  groupId: null,
  path,
  affiliates: [],
  grants: [],
  state: 'active',
  version: 1,
  bound: true,
  phones: [],
  emergencyPhones: [],
  care: [],
  skills: [],
  ...more,
})

const secretary = member('secretary', '/s/b1/', { grants: [{ role: 'secretary', orgId: 'b1', path: '/s/b1/' }] })
const liaison = member('liaison', '/s/b1/', { grants: [{ role: 'liaison', orgId: 'b1', path: '/s/b1/' }] })
const elder = member('elder', '/s/b1/g1/')
const another = member('another', '/s/b1/g1/')
const branch: Organization = { _id: 'b1', name: '一支部', kind: 'branch', parentId: 's', path: '/s/b1/', rosterVersion: 0, history: [] }
const neighbour: Organization = { ...branch, _id: 'b10', name: '十支部', path: '/s/b10/' }

const phones: Record<string, { own: Member | null; helps: Member[] }> = {
  'phone-secretary': { own: secretary, helps: [] },
  'phone-liaison': { own: liaison, helps: [] },
  'phone-elder': { own: elder, helps: [] },
  'phone-family': { own: null, helps: [elder] },
  'phone-carer': { own: null, helps: [elder, another] },
  'phone-unbound': { own: null, helps: [] },
}

const unexpected = () => Promise.reject(new Error('no handler of this test comes here'))

/** A store that knows the people and organizations above and keeps what is added. */
const fakeStore = (kept: Record<string, { _id: string }[]>): Store => {
  const documents: Record<string, { _id: string }[]> = { organizations: [branch, neighbour], members: [secretary, elder, another] }
  const table = (name: string) => ({
    get: (id: string) => Promise.resolve(documents[name]?.find(one => one._id === id) ?? null),
    addAll: (rows: { _id: string }[]) => {
      kept[name] = [...(kept[name] ?? []), ...rows]
      return Promise.resolve()
    },
    add: unexpected,
    getMany: unexpected,
    find: unexpected,
    findAll: unexpected,
    count: unexpected,
    update: unexpected,
    put: unexpected,
    remove: unexpected,
  })
  return {
    // One shape serves every collection here; which documents it holds is told above.
    table: ({ name }) => table(name) as never,
    anyOf: unexpected,
    join: unexpected,
    // Who is at the phone, and what is asked about.
    gather: async (_accounts, openid, _field, _people, along) => {
      const identity = identityOf(openid)
      if (!identity) return null
      const rows = await Promise.all(along.map(one => table(one.collection.name).get(one.id)))
      return { row: { ...identity.account, joined: identity.people } as never, along: rows.map(row => row && { row, person: null }) }
    },
  }
}

const identityOf = (openid: string) => {
  const phone = phones[openid]
  if (!phone) return null
  const people = [...(phone.own ? [phone.own] : []), ...phone.helps]
  const actingFor = phone.helps.map(one => ({
    bondId: `bond-${one._id}`,
    memberId: one._id,
    relation: 'child' as const,
    consent: 'self',
    since: 0,
  }))
  const account = {
    _id: openid,
    memberId: phone.own?._id ?? null,
    people: people.map(one => one._id),
    actingFor,
    createdAt: 0,
    name: '小燕',
  }
  return { account, people }
}

/** The people's own operations, with some of them replaced. */
const world = (replaced: Partial<Handlers<typeof people>> = {}) => {
  const kept: Record<string, { _id: string }[]> = {}
  let made = 0
  const ports: Ports = {
    store: fakeStore(kept),
    files: { read: unexpected, write: unexpected, addresses: unexpected, remove: unexpected },
    wechat: {
      textIsFit: () => Promise.resolve(true),
      phoneNumber: unexpected,
      send: unexpected,
      newCard: unexpected,
      showOnCard: unexpected,
      pageCode: unexpected,
    },
    now: NOW,
    house,
    environment: () => Environment.parse({}),
    elapsed: () => 0,
    newId: () => `id-${String(++made)}`,
  }
  const replacing = Object.fromEntries(
    Object.entries<() => Promise<Capability>>(capabilities).map(([noun, load]) => {
      const replacedToo = async (): Promise<Capability> => {
        const capability = await load()
        return { ...capability, handlers: { ...capability.handlers, ...replaced } }
      }
      return [noun, replacedToo]
    }),
  )
  const answer = serve({ capabilities: replacing, people: Members })
  return { kept, ports, call: (event: unknown, openid: string | undefined = 'phone-secretary') => answer(event, openid, ports) }
}

describe('what arrives', () => {
  test.each([
    ['nothing at all', undefined, 'INVALID_INPUT'],
    ['a text', 'me.get', 'INVALID_INPUT'],
    ['no operation', {}, 'INVALID_INPUT'],
    ['an operation that is none', { op: 'me.everything' }, 'NOT_FOUND'],
    ['a name every object has', { op: 'constructor' }, 'NOT_FOUND'],
    ['a name every object has from its prototype', { op: '__proto__' }, 'NOT_FOUND'],
    ['a list instead of input', { op: 'org.get', input: [] }, 'INVALID_INPUT'],
    ['a query instead of an id', { op: 'org.get', input: { orgId: { $ne: 'x' } } }, 'INVALID_INPUT'],
    ['a commandId of nothing', { op: 'me.get', commandId: '' }, 'INVALID_INPUT'],
    ['a commandId that is too long', { op: 'me.get', commandId: 'x'.repeat(65) }, 'INVALID_INPUT'],
    ['a commandId that is a path', { op: 'me.get', commandId: '../../etc/passwd' }, 'INVALID_INPUT'],
    ['a commandId that is a query', { op: 'me.get', commandId: { $gt: '' } }, 'INVALID_INPUT'],
  ])('%s is refused', async (_, event, code) => {
    expect(await world().call(event)).toMatchObject({ ok: false, code })
  })

  test('a commandId may be as short as the caller likes, and no document bears it as it was sent', async () => {
    const { call } = world({ 'me.agree': (_, { commandId, fail }) => fail('INVALID_INPUT', { paths: [commandId] }) })
    const send = (commandId: string) => call({ op: 'me.agree', input: { version: '1' }, commandId })
    const id = { data: { paths: [expect.stringMatching(/^[0-9a-z]{26}$/)] } }
    expect(await send('1')).toMatchObject(id)
    expect(await send('1')).toEqual(await send('1'))
    expect(await send('2')).not.toEqual(await send('1'))
  })

  test('without an OPENID nothing is answered', async () => {
    const { call, ports } = world()
    expect(await serve({ capabilities, people: Members })({ op: 'me.get' }, undefined, ports)).toEqual({
      ok: false,
      code: 'UNAUTHENTICATED',
    })
    expect(await call({ op: 'me.get' }, '')).toEqual({ ok: false, code: 'UNAUTHENTICATED' })
  })

  test('an input that does not fit names the fields, not the values', async () => {
    const reply = await world().call({
      op: 'family.inviteFor',
      input: { memberId: 'elder', name: '', relation: 'neighbour 13877434046', consent: 'x' },
    })
    expect(reply).toEqual({ ok: false, code: 'INVALID_INPUT', data: { paths: ['name', 'relation'] } })
  })

  test('a field that is wrong in two ways is named once', async () => {
    const input = {
      branchId: 'branch-01',
      kind: 'study',
      title: '学习',
      startsAt: 1e17,
      endsAt: 1,
      place: { name: '二楼' },
      audience: 'branch',
    }
    expect(await world().call({ op: 'activity.publish', input })).toMatchObject({ code: 'INVALID_INPUT', data: { paths: ['startsAt'] } })
  })
})

describe('who may', () => {
  const table: [string, OperationName, string, unknown, string][] = [
    ['an unbound phone at a member’s operation', 'me.data', 'phone-unbound', {}, 'UNAUTHENTICATED'],
    ['an unknown phone at a secretary’s operation', 'org.rename', 'phone-new', { orgId: 'b1', name: 'x' }, 'UNAUTHENTICATED'],
    ['a member at a secretary’s operation', 'org.rename', 'phone-elder', { orgId: 'b1', name: 'x' }, 'FORBIDDEN'],
    ['a helper at a secretary’s operation', 'org.rename', 'phone-family', { orgId: 'b1', name: 'x' }, 'FORBIDDEN'],
    ['a secretary at the neighbour, whose path begins alike', 'org.rename', 'phone-secretary', { orgId: 'b10', name: 'x' }, 'FORBIDDEN'],
    ['a secretary where nothing is', 'org.rename', 'phone-secretary', { orgId: 'b99', name: 'x' }, 'NOT_FOUND'],
    ['a member for a stranger', 'me.data', 'phone-elder', { forMemberId: 'another' }, 'FORBIDDEN'],
    ['a member for a person who does not exist', 'me.data', 'phone-elder', { forMemberId: 'ghost' }, 'FORBIDDEN'],
    ['a helper of two who names neither', 'me.data', 'phone-carer', {}, 'INVALID_INPUT'],
  ]
  test.each(table)('%s: %s', async (_, op, openid, input, code) => {
    expect(await world().call({ op, input }, openid)).toMatchObject({ ok: false, code })
  })

  test('a caller without the right does not learn whether the input was right or the subject exists', async () => {
    const { call } = world()
    const refusals = await Promise.all(
      [{ orgId: 'b1', name: 'x' }, { orgId: 'b99', name: 'x' }, { orgId: 7 }, null].map(input =>
        call({ op: 'org.rename', input }, 'phone-elder'),
      ),
    )
    expect(refusals).toEqual(refusals.map(() => ({ ok: false, code: 'FORBIDDEN' })))
  })

  test('an answer tells each reader what they may do, as the operations themselves judge', async () => {
    const told: Record<string, string[]> = {}
    const { call } = world({
      'org.get': (_, { actor, subject, may }) => {
        told[actor.openid] = may('rename', 'close')
        return Promise.resolve({ orgId: subject._id, name: '', kind: 'branch', parentId: null, path: '', closed: false, officers: [] })
      },
    })
    for (const openid of ['phone-secretary', 'phone-liaison']) await call({ op: 'org.get', input: { orgId: 'b1' } }, openid)
    // Closing is for the street and the bureau alone.
    expect(told).toEqual({ 'phone-secretary': ['rename'], 'phone-liaison': [] })
  })

  test('a secretary does not act for an elder through a field the operation does not have', async () => {
    const seen: string[] = []
    const { call } = world({
      'org.get': (_, { person, subject }) => {
        seen.push(person._id)
        return Promise.resolve({ orgId: subject._id, name: '', kind: 'branch', parentId: null, path: '', closed: false, officers: [] })
      },
    })
    expect(await call({ op: 'org.get', input: { orgId: 'b1', forMemberId: 'elder' } })).toMatchObject({ ok: true })
    expect(seen).toEqual(['secretary'])
  })
})

describe('who it was', () => {
  const actors = async (openid: string, input: unknown) => {
    const seen: unknown[] = []
    const { call, kept } = world({
      'me.correct': (_, { actor, person, audit }) => {
        seen.push([person._id, actor])
        audit(person._id, 'data.corrected', 'residence')
        return Promise.resolve({})
      },
    })
    await call({ op: 'me.correct', input }, openid)
    return { seen, audit: kept['audit'] }
  }

  test('a helper’s act keeps the helper beside the elder, in the audit too', async () => {
    const by = { openid: 'phone-carer', memberId: null, name: '小燕', relation: 'child' }
    expect(await actors('phone-carer', { forMemberId: 'another' })).toEqual({
      seen: [['another', by]],
      audit: [{ _id: 'id-1', memberId: 'another', what: 'data.corrected', why: 'residence', by, at: NOW }],
    })
  })

  test('the only elder one helps need not be named', async () => {
    expect((await actors('phone-family', {})).seen).toMatchObject([['elder', { name: '小燕', relation: 'child' }]])
  })

  test('a member is called by the name of the roster and stands in no relation to themselves', async () => {
    expect((await actors('phone-elder', {})).seen).toEqual([['elder', { openid: 'phone-elder', memberId: 'elder', name: '名elder' }]])
  })
})

describe('a fault of ours', () => {
  const silenced = () => jest.spyOn(console, 'error').mockImplementation(() => undefined)

  test('is answered INTERNAL with a trace id that the log carries, and nothing personal is in either', async () => {
    const log = silenced()
    const { call } = world({
      'me.get': () => Promise.reject(new Error('E11000 dup key: { name: "secret-code", 沈国强, phone: 13877434046 }')),
    })
    const reply = await call({ op: 'me.get' })
    expect(reply).toEqual({ ok: false, code: 'INTERNAL', data: { traceId: 'id-1' } })
    const logged = String(log.mock.calls[0]?.[0])
    log.mockRestore()
    expect(logged).toContain('id-1')
    expect(logged).toContain('E11000')
    for (const personal of ['沈国强', '13877434046', 'secret-code']) expect(logged).not.toContain(personal)
  })

  test('of one timer job does not keep the others from running', async () => {
    const log = silenced()
    const { ports } = world()
    const done = await runJobs({ first: unexpected, second: () => Promise.resolve(7) }, ports)
    log.mockRestore()
    expect(done).toEqual({ first: 'failed', second: 7 })
  })

  test('with one row does not keep the others of its job waiting, and the job is not said to have succeeded', async () => {
    const log = silenced()
    const seen: string[] = []
    const act = async ({ _id }: { _id: string }) => (_id === 'b' ? unexpected() : void seen.push(_id))
    await expect(eachRow([{ _id: 'a' }, { _id: 'b' }, { _id: 'c' }], 'job', act)).rejects.toThrow('1 of 3')
    log.mockRestore()
    expect(seen).toEqual(['a', 'c'])
  })
})

test('work that is not urgent runs each five minutes only', async () => {
  const { ports } = world()
  const job = every(5, () => Promise.resolve(1))
  const minutes = await Promise.all([0, 1, 2, 3, 4, 5].map(minute => job({ ...ports, now: minute * 60_000 })))
  expect(minutes).toEqual([1, 0, 0, 0, 0, 1])
})

test('every operation of the contract has its handler and is found by its noun, and no handler is without operation', async () => {
  const served = await Promise.all(
    Object.entries(capabilities).map(async ([noun, load]) => {
      const { handlers, contract: declared } = await load()
      expect(Object.keys(handlers).sort()).toEqual(Object.keys(declared).sort())
      return Object.keys(handlers).filter(op => op.startsWith(`${noun}.`))
    }),
  )
  expect(served.flat().sort()).toEqual(Object.keys(contract).sort())
})

test('one code says the same thing wherever it is declared', () => {
  const shapes = new Map<string, Set<unknown>>()
  for (const { errors } of Object.values<Operation>(contract))
    for (const refused of [...sharedRefusals, ...errors]) {
      const code = codeOf(refused)
      shapes.set(code, (shapes.get(code) ?? new Set()).add(typeof refused === 'string' ? 'nothing' : refused.data))
    }
  expect([...shapes].filter(([, said]) => said.size > 1).map(([code]) => code)).toEqual([])
})

test('a code that an operation does not declare does not compile', () => {
  const typed: Pick<Handlers<typeof people>, 'me.bind' | 'inbox.read'> = {
    'me.bind': async ({ inviteCode }, { fail }) => {
      // @ts-expect-error: POST_FULL belongs to no operation
      if (inviteCode === '') return fail('POST_FULL')
      return fail('INVITE_INVALID')
    },
    'inbox.read': async ({ messageIds }, { fail }) => {
      // @ts-expect-error: INVITE_INVALID belongs to me.bind alone
      if (messageIds.length === 0) return fail('INVITE_INVALID')
      return fail('NOT_FOUND')
    },
  }
  expect(Object.keys(typed)).toEqual(['me.bind', 'inbox.read'])
})
