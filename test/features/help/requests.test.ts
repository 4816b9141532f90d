import { good, stored } from '../support/attendance'
import { DAY, HOUR, MINUTE, MORNING, startBranch, type Branch } from '../support/branch'
import { amend, people, refusal, two } from '../support/people'

let branch: Branch
beforeEach(async () => {
  branch = await startBranch()
})
afterEach(() => branch.close())

const member = (n: number) => `demo-member-${two(n)}`
/** A request of the elder of group 1 whose liaison is demo-volunteer-02, unless another is given. */
const raise = async (input: { kind?: 'leak' | 'bulb' | 'other' | 'electricity'; text?: string } = {}, openid = member(36)) =>
  good(await branch.as(openid).calls('request.raise', { kind: 'leak', ...input }))
const look = async (openid: string, requestId: string) => good(await branch.as(openid).calls('request.get', { requestId }))
const inbox = async (openid: string, requestId: string) =>
  good(await branch.as(openid).calls('inbox.list', {})).items.filter(one => one.page.includes(requestId))
const liaison = () => branch.as(people.liaison.openid)

describe('asking', () => {
  test('five taps in a hurry, from the phone and from the family’s, are one request, and no phone rings twice', async () => {
    const phone = branch.as(member(1))
    const family = branch.as('demo-family-01')
    const taps = await Promise.all([
      phone.calls('request.raise', { kind: 'leak' }, 'tap-000001'),
      phone.calls('request.raise', { kind: 'leak' }, 'tap-000001'),
      phone.calls('request.raise', { kind: 'leak' }, 'tap-000002'),
      family.calls('request.raise', { kind: 'leak', text: '我爸家漏水了' }),
      family.calls('request.raise', { kind: 'leak' }),
    ])
    expect(new Set(taps.map(one => good(one).requestId)).size).toBe(1)
    const requestId = good(await phone.calls('request.mine', {})).items[0]?.requestId ?? ''
    expect(good(await phone.calls('request.mine', {})).items).toHaveLength(1)
    expect((await inbox(people.liaison.openid, requestId)).filter(one => one.title.includes('请人帮忙'))).toHaveLength(1)
    // What the second tap added is kept, unless it was the first to arrive.
    const { text, timeline } = await look(member(1), requestId)
    expect([text, ...timeline.map(one => one.text)]).toContain('我爸家漏水了')
  })

  test('another kind, a quarter of an hour later, or something urgent is another request', async () => {
    const first = await raise()
    expect((await raise({ kind: 'electricity' })).requestId).not.toBe(first.requestId)
    expect((await raise({ kind: 'leak', text: '摔倒了起不来' })).requestId).not.toBe(first.requestId)
    await branch.clock.advance(15 * MINUTE)
    expect((await raise()).requestId).not.toBe(first.requestId)
    expect(good(await branch.as(member(36)).calls('request.mine', {})).items).toHaveLength(4)
  })

  test('urgent words make it the first on every list, promised within the hour', async () => {
    await raise({ kind: 'leak' })
    const urgent = await raise({ kind: 'other', text: '老伴胸口疼' }, member(4))
    expect(urgent).toMatchObject({ urgent: true, promiseAt: MORNING + HOUR, promise: '今天上午10点前办好' })
    const desk = good(await branch.as('demo-secretary').calls('request.desk', { orgId: 'branch-01', lane: 'unowned' }))
    expect(desk.items[0]?.requestId).toBe(urgent.requestId)
    expect(desk.counts.unowned).toBe(3)
    const mine = good(await liaison().calls('request.mine', { part: 'helping' }))
    expect(mine.items[0]?.requestId).toBe(urgent.requestId)
  })

  test('a fall is urgent without a word; the elder reads who got no message, and when the next ones are asked', async () => {
    const fall = good(await branch.as(member(36)).calls('request.raise', { kind: 'other', emergency: 'fall' }))
    expect(fall).toMatchObject({ urgent: true, told: [{ role: 'liaison' }], promiseAt: MORNING + HOUR })
    const seen = await look(member(36), fall.requestId)
    expect(seen).toMatchObject({ emergency: 'fall', urgency: 'urgent', asksNextAt: MORNING + 3 * MINUTE })
    // No helper agreed to be sent messages: WeChat refuses (43101).
    expect(seen.unreached?.map(one => one.memberId)).toEqual([people.liaison.memberId])
    expect((await inbox(people.liaison.openid, fall.requestId))[0]?.title).toMatch(/^【急】.*摔倒$/)
    // A second tap is the same fall; a fire is another matter.
    const again = good(await branch.as(member(36)).calls('request.raise', { kind: 'other', emergency: 'fall' }))
    const fire = good(await branch.as(member(36)).calls('request.raise', { kind: 'other', emergency: 'fire' }))
    expect([again.requestId === fall.requestId, fire.requestId === fall.requestId]).toEqual([true, false])
    good(await liaison().calls('request.accept', { requestId: fall.requestId }))
    const taken = await look(member(36), fall.requestId)
    expect([taken.unreached, taken.asksNextAt]).toEqual([undefined, undefined])
  })

  test('who is to be taken to the doctor says when; the promise runs to that hour, and the helper reads it', async () => {
    const escort = { kind: 'escort' as const, wanted: { date: '2026-11-25', time: '09:30' } }
    const raised = good(await branch.as(member(36)).calls('request.raise', escort))
    expect(raised).toMatchObject({ promise: '11月25日上午9点半前办好', promiseAt: MORNING + 4 * DAY + HOUR / 2 })
    expect((await look(people.liaison.openid, raised.requestId)).wanted).toEqual(escort.wanted)
    expect((await inbox(people.liaison.openid, raised.requestId))[0]?.text).toContain('要11月25日 09:30')
    // A time that has passed already promises nothing.
    const past = { kind: 'car' as const, wanted: { date: '2026-11-21', time: '07:00' } }
    expect(good(await branch.as(member(4)).calls('request.raise', past)).promiseAt).toBe(MORNING + DAY)
  })

  test('the family asks for the elder; both see it, and it is kept who asked', async () => {
    const { requestId } = good(
      await branch
        .as('demo-family-01')
        .calls('request.raise', { kind: 'medicine', voiceFileId: 'cloud://local.bucket/voice.mp3', forMemberId: 'm-01' }),
    )
    const seen = await look(member(1), requestId)
    const odd = await branch.as('demo-family-01').calls('request.raise', { kind: 'car', voiceFileId: 'voice.mp3', forMemberId: 'm-01' })
    expect(odd).toEqual({ ok: false, code: 'INVALID_INPUT', data: { paths: ['voiceFileId'] } })
    expect(seen).toMatchObject({ as: 'elder', voiceFileId: 'cloud://local.bucket/voice.mp3', raisedBy: { relation: 'child' } })
    expect(good(await branch.as('demo-family-01').calls('request.mine', {})).items.map(one => one.requestId)).toEqual([requestId])
    expect((await stored(branch, 'audit', { memberId: 'm-01', what: 'request.raised' })).map(one => one.by.openid)).toEqual([
      'demo-family-01',
    ])
  })

  test('the group leader asks for an elder of the group, who is told; for one of another group they may not', async () => {
    const leader = branch.as(people.leader.openid)
    const { requestId } = good(await leader.calls('request.raiseFor', { memberId: 'm-04', kind: 'bulb', text: '走廊灯坏了' }))
    expect((await inbox(member(4), requestId)).map(one => one.title)).toEqual([expect.stringContaining('替您求助了')])
    expect(refusal(await leader.calls('request.raiseFor', { memberId: 'm-01', kind: 'bulb' }))).toBe('FORBIDDEN')
  })

  test('words that others must not read are refused, and nothing is asked', async () => {
    const refused = await branch.as(member(36)).calls('request.raise', { kind: 'other', text: '来赌博' })
    expect(refusal(refused)).toBe('TEXT_REFUSED')
    expect(good(await branch.as(member(36)).calls('request.mine', {})).items).toEqual([])
  })

  test('an ordinary request in the night rings no phone till seven; the desk does not show it as a failure', async () => {
    await branch.clock.advance(13 * HOUR)
    const answer = await raise({ kind: 'bulb' })
    expect(answer).toMatchObject({ told: [{ role: 'liaison' }], ringsAt: MORNING + 22 * HOUR })
    expect(
      (await stored(branch, 'messages', { kind: 'request-asked', memberId: people.liaison.memberId }))
        .filter(one => one.page.includes(answer.requestId))
        .map(one => one.push),
    ).toEqual(['none'])
    await branch.clock.advance(9 * HOUR)
    const rung = (await stored(branch, 'messages', { kind: 'request-asked', memberId: people.liaison.memberId })).filter(one =>
      one.page.includes(answer.requestId),
    )
    expect(rung.map(one => one.push).sort()).toEqual(['none', 'refused'])
    expect((await look(member(36), answer.requestId)).rung).toBe('liaison')
    await branch.clock.advance(HOUR)
    expect((await look(member(36), answer.requestId)).rung).toBe('team')
  })
})

describe('taking', () => {
  test('fifty tap 我来 at once: one has it, and forty-nine are told who was faster', async () => {
    const { requestId } = await raise()
    // All of them were asked.
    const asked = [...Array.from({ length: 35 }, (_, n) => n + 1), ...Array.from({ length: 15 }, (_, n) => n + 37)]
    const rows = asked.map(n => ({
      memberId: `m-${two(n)}`,
      name: `第${String(n)}位`,
      role: 'volunteer',
      rung: 'liaison',
      at: MORNING,
      declined: false,
    }))
    for (const { memberId } of rows) await amend(branch, 'members', { _id: memberId }, { helping: { kinds: ['leak'] } })
    await amend(branch, 'requests', { _id: requestId }, { asked: rows, party: ['m-36', ...rows.map(one => one.memberId)] })
    const replies = await Promise.all(asked.map(n => branch.as(member(n)).calls('request.accept', { requestId })))
    const won = replies.filter(one => one.ok)
    expect(won).toHaveLength(1)
    const lost = replies.flatMap(one => (one.ok ? [] : [one]))
    const { owner } = await look(member(36), requestId)
    expect(new Set(lost.map(one => one.code))).toEqual(new Set(['ALREADY_TAKEN']))
    expect(new Set(lost.map(one => JSON.stringify(one.data)))).toEqual(
      new Set([JSON.stringify({ by: { name: owner?.name, role: 'volunteer' } })]),
    )
    // The winner taps again and gets the same answer.
    const winner = member(asked[replies.findIndex(one => one.ok)] ?? 0)
    expect(good(await branch.as(winner).calls('request.accept', { requestId }))).toEqual({ state: 'accepted' })
  })

  test('one tap of one person is two round trips: who and what, then the one write', async () => {
    const { requestId } = await raise()
    good(await liaison().calls('request.accept', { requestId }))
    expect(await branch.roundTrips('request.accept')).toBe(2)
    await look(people.liaison.openid, requestId)
    expect(await branch.roundTrips('request.get')).toBe(1)
  })

  test('the elder is told who comes within the minute, once; those who were asked beside need not go', async () => {
    const { requestId } = await raise({}, member(3))
    // Group 4 has no liaison: the whole team was asked.
    good(await branch.as('demo-volunteer-01').calls('request.accept', { requestId, note: '十分钟到' }))
    await branch.clock.advance(5 * MINUTE)
    const news = await inbox(member(3), requestId)
    expect(news.map(one => one.text)).toEqual([expect.stringContaining('十分钟到')])
    expect((await inbox('demo-volunteer-03', requestId)).map(one => one.title)).toEqual([
      expect.stringContaining('已有人接手'),
      expect.stringContaining('请人帮忙'),
    ])
    expect(
      good(await branch.as('demo-volunteer-03').calls('request.mine', { part: 'helping' })).items.map(one => one.requestId),
    ).not.toContain(requestId)
  })

  test('declining moves on at once, without waiting for any clock', async () => {
    const { requestId } = await raise()
    good(await liaison().calls('request.decline', { requestId, reason: '在外地' }))
    expect(await look(member(36), requestId)).toMatchObject({ rung: 'team', state: 'waiting' })
    expect((await inbox('demo-volunteer-01', requestId)).map(one => one.kind)).toEqual(['request-asked'])
    expect(JSON.stringify(await look(member(36), requestId))).not.toContain('在外地')
  })

  test('a stranger is kept out; a helper who does not have it cannot finish it', async () => {
    const { requestId } = await raise()
    const stranger = branch.as('demo-other-member')
    expect(refusal(await stranger.calls('request.get', { requestId }))).toBe('FORBIDDEN')
    expect(refusal(await stranger.calls('request.accept', { requestId }))).toBe('FORBIDDEN')
    expect(refusal(await branch.as(member(5)).calls('request.accept', { requestId }))).toBe('FORBIDDEN')
    expect(refusal(await liaison().calls('request.done', { requestId }))).toBe('REQUEST_NOT_YOURS')
    expect(refusal(await branch.as('demo-volunteer-01').calls('request.get', { requestId }))).toBe('FORBIDDEN')
  })

  test('a second helper is called, comes, and takes over when the first must go', async () => {
    const { requestId } = await raise()
    good(await liaison().calls('request.accept', { requestId }))
    const { told } = good(await liaison().calls('request.askSecond', { requestId, note: '要两个人抬' }))
    expect(told.length).toBeGreaterThan(3)
    good(await branch.as('demo-volunteer-03').calls('request.accept', { requestId }))
    expect(refusal(await branch.as('demo-volunteer-01').calls('request.accept', { requestId }))).toBe('ALREADY_TAKEN')
    expect(await look(member(36), requestId)).toMatchObject({ owner: { memberId: people.liaison.memberId }, second: { memberId: 'v-03' } })
    good(await liaison().calls('request.handOver', { requestId, reason: '要接孩子' }))
    expect(await look(member(36), requestId)).toMatchObject({ owner: { memberId: 'v-03' }, second: null })
  })

  test('a helper who hands it over is not asked again; the next rung is, at once', async () => {
    const { requestId } = await raise()
    good(await liaison().calls('request.accept', { requestId }))
    good(await liaison().calls('request.handOver', { requestId, reason: '要接孩子' }))
    expect(await look(member(36), requestId)).toMatchObject({ rung: 'team', state: 'waiting', owner: null })
    expect((await look(people.liaison.openid, requestId)).may).toEqual(['accept', 'reassign'])
  })
})

describe('finishing', () => {
  const taken = async () => {
    const { requestId } = await raise()
    good(await liaison().calls('request.accept', { requestId }))
    return requestId
  }
  const done = async () => {
    const requestId = await taken()
    good(await liaison().calls('request.done', { requestId, note: '换了垫圈' }))
    return requestId
  }

  test('not satisfied: it goes one rung higher, and the secretary is told', async () => {
    const requestId = await done()
    expect(good(await branch.as(member(36)).calls('request.confirm', { requestId, satisfied: false, note: '还在滴' }))).toEqual({
      state: 'waiting',
    })
    expect(await look(member(36), requestId)).toMatchObject({ rung: 'team', owner: null, promiseAt: MORNING + 15 * HOUR })
    expect((await inbox('demo-secretary', requestId)).map(one => one.title)).toEqual([expect.stringContaining('还没有办好')])
    expect(await look('demo-volunteer-01', requestId)).toMatchObject({ as: 'asked', may: ['accept', 'decline'] })
  })

  test('the family confirms for the elder, twice over, with one result', async () => {
    const { requestId } = good(await branch.as(member(1)).calls('request.raise', { kind: 'leak' }))
    good(await liaison().calls('request.accept', { requestId }))
    good(await liaison().calls('request.done', { requestId }))
    const family = branch.as('demo-family-01')
    for (const stars of [5, 1])
      expect(good(await family.calls('request.confirm', { requestId, satisfied: true, stars }))).toEqual({ state: 'closed' })
    expect(await look(member(1), requestId)).toMatchObject({ state: 'closed', stars: 5 })
    expect(refusal(await liaison().calls('request.confirm', { requestId, satisfied: true }))).toBe('REQUEST_NOT_YOURS')
  })

  test('three days of silence close it, and the elder is told so', async () => {
    const requestId = await done()
    await branch.clock.pass(2 * DAY)
    await branch.clock.advance(DAY - MINUTE)
    expect((await look(member(36), requestId)).state).toBe('done')
    await branch.clock.advance(2 * MINUTE)
    const closed = await look(member(36), requestId)
    expect([closed.state, closed.timeline.at(-1)?.what]).toEqual(['closed', 'closed-silently'])
    expect((await inbox(member(36), requestId))[0]?.title).toBe('您的求助已经办结')
  })

  test('a hard request gets a written plan and its date', async () => {
    const requestId = await taken()
    expect(refusal(await liaison().calls('request.plan', { requestId, text: '等配件', date: '2026-11-20' }))).toBe('PLAN_DATE_WRONG')
    const answer = good(await liaison().calls('request.plan', { requestId, text: '配件周三到，到了就换', date: '2026-11-25' }))
    expect(answer).toMatchObject({ promiseAt: MORNING + 4 * DAY + 15 * HOUR, promise: '11月25日晚上12点前办好' })
    expect(await look(member(36), requestId)).toMatchObject({ plan: { date: '2026-11-25' }, risk: 'fine' })
  })

  test('a promise in danger goes to the secretary, a broken one to the street too; each stands on a list of its own', async () => {
    const requestId = await taken()
    await branch.clock.advance(12 * HOUR)
    const listed = async (openid: string, orgId: string, lane: 'at-risk' | 'broken') => {
      const { items, counts } = good(await branch.as(openid).calls('request.desk', { orgId, lane }))
      expect(lane === 'broken' ? counts.broken : counts.atRisk).toBe(items.length)
      return items.filter(one => one.requestId === requestId).map(one => [one.risk, one.chaser?.role])
    }
    expect(await listed('demo-secretary', 'branch-01', 'at-risk')).toEqual([['at-risk', undefined]])
    expect(await listed('demo-secretary', 'branch-01', 'broken')).toEqual([])
    expect(await inbox('demo-street', requestId)).toEqual([])
    await branch.clock.advance(3 * HOUR + MINUTE)
    expect(await listed('demo-street', 'changqing', 'broken')).toEqual([['broken', 'secretary']])
    expect(await listed('demo-street', 'changqing', 'at-risk')).toEqual([])
    expect((await inbox('demo-street', requestId)).map(one => one.title)).toEqual([expect.stringContaining('过了承诺的时间')])
    expect((await inbox('demo-secretary', requestId)).map(one => one.kind)).toEqual(['request-desk', 'request-desk'])
  })

  test('of a broken promise the elder is told with an apology, and reads and rings who chases it', async () => {
    const requestId = await taken()
    await branch.clock.advance(15 * HOUR + MINUTE)
    const [sorry] = await inbox(member(36), requestId)
    expect(sorry?.title).toBe('没按时办到，对不起')
    expect(sorry?.text).toContain('在催')
    const { chaser } = good(await branch.as(member(36)).calls('request.mine', {})).items.find(one => one.requestId === requestId) ?? {}
    expect(chaser).toMatchObject({ role: 'secretary' })
    const seen = await look(member(36), requestId)
    expect(seen.callable.map(one => one.role)).toEqual(['liaison', 'secretary'])
    expect(seen.timeline.map(one => one.what)).toContain('broken')
    const memberId = chaser?.memberId ?? ''
    expect(good(await branch.as(member(36)).calls('request.phone', { requestId, memberId })).phones).toHaveLength(1)
    // Those who help do not read who is after them.
    expect((await look(people.liaison.openid, requestId)).chaser).toBeUndefined()
    good(await liaison().calls('request.done', { requestId }))
    expect((await look(member(36), requestId)).chaser).toBeUndefined()
    expect(refusal(await branch.as(member(36)).calls('request.phone', { requestId, memberId }))).toBe('FORBIDDEN')
  })

  test('the elder may take it back, and a helper on the way is told', async () => {
    const requestId = await taken()
    await branch.clock.advance(MINUTE)
    good(await branch.as(member(36)).calls('request.cancel', { requestId, reason: '自己弄好了' }))
    expect((await inbox(people.liaison.openid, requestId))[0]?.title).toContain('不用去了')
    expect(refusal(await liaison().calls('request.done', { requestId }))).toBe('REQUEST_CLOSED')
  })
})
