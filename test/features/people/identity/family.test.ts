import { good, stored } from '../../support/attendance'
import { startBranch, type Branch } from '../../support/branch'
import { invitation, people, refusal } from '../../support/people'

let branch: Branch
beforeAll(async () => {
  branch = await startBranch()
})
afterAll(() => branch.close())

const me = async (openid: string) => good(await branch.as(openid).calls('me.get', {}))
const bind = (openid: string, inviteCode: string) => branch.as(openid).calls('me.bind', { inviteCode })
const data = async (openid: string, forMemberId?: string) =>
  good(await branch.as(openid).calls('me.data', forMemberId === undefined ? {} : { forMemberId }))
const held = async (openid: string, field: string) => (await data(openid)).held.find(one => one.field === field)?.value

describe('family', () => {
  test('an elder lets a daughter act for them, sees her, and ends it; the used code does not bring her back', async () => {
    const { inviteCode } = good(await branch.as('demo-member-02').calls('family.invite', { name: '韩晓梅', relation: 'child' }))
    expect(good(await bind('daughter', inviteCode))).toEqual({ memberId: 'm-02' })
    expect((await me('daughter')).actingFor).toMatchObject([{ memberId: 'm-02', relation: 'child' }])
    expect((await me('daughter')).member).toBeNull()

    const { helpers } = await data('demo-member-02')
    expect(helpers).toMatchObject([{ name: '韩晓梅', relation: 'child', consent: 'self' }])
    good(await branch.as('demo-member-02').calls('family.end', { bondId: helpers[0]?.bondId ?? '' }))
    expect((await me('daughter')).actingFor).toEqual([])
    expect(refusal(await branch.as('daughter').calls('me.data', { forMemberId: 'm-02' }))).toBe('UNAUTHENTICATED')
    expect(refusal(await bind('daughter', inviteCode))).toBe('INVITE_INVALID')
    expect((await data('demo-member-02')).helpers).toEqual([])
  })

  test('the secretary invites for an elder who agreed by word of mouth; how they agreed is kept', async () => {
    const asked = { memberId: 'm-03', name: '李护工', relation: 'carer' as const, consent: '11月20日家访时本人口头同意' }
    const { inviteCode } = good(await branch.as('demo-secretary').calls('family.inviteFor', asked))
    good(await bind('carer', inviteCode))
    expect((await data('demo-member-03')).helpers).toMatchObject([{ name: '李护工', relation: 'carer', consent: asked.consent }])
    expect((await stored(branch, 'audit', { memberId: 'm-03' })).map(one => one.what).sort()).toEqual(['helper.bound', 'helper.invited'])
  })

  test('two children are invited one after the other, and both codes are good', async () => {
    const ask = async (name: string) =>
      good(await branch.as('demo-member-04').calls('family.invite', { name, relation: 'child' })).inviteCode
    const [son, daughter] = [await ask('大儿子'), await ask('小女儿')]
    good(await bind('son-04', son))
    good(await bind('daughter-04', daughter))
    expect((await data('demo-member-04')).helpers.map(one => one.name).sort()).toEqual(['大儿子', '小女儿'].sort())
  })

  test('a carer of two elders says which one, and gets on with an inbox without naming', async () => {
    const codes = await Promise.all(
      ['05', '06'].map(
        async n => good(await branch.as(`demo-member-${n}`).calls('family.invite', { name: '赵阿姨', relation: 'carer' })).inviteCode,
      ),
    )
    for (const code of codes) good(await bind('carer-of-two', code))
    expect(refusal(await branch.as('carer-of-two').calls('me.data', {}))).toBe('INVALID_INPUT')
    expect((await data('carer-of-two', 'm-06')).held.find(one => one.field === 'name')?.value).toBe(await held('demo-member-06', 'name'))
    expect(refusal(await branch.as('carer-of-two').calls('me.data', { forMemberId: 'm-07' }))).toBe('FORBIDDEN')
    expect(
      good(await branch.as('carer-of-two').calls('inbox.list', {}))
        .items.map(one => one.memberId)
        .sort(),
    ).toEqual(['m-05', 'm-06'])
    expect(good(await branch.as('carer-of-two').calls('card.get', { memberId: 'm-05' })).secretary?.memberId).toBe(
      people.secretary.memberId,
    )
  })

  test('a helper lets no other in, ends no other helper’s bond, and may stop helping', async () => {
    const { inviteCode } = good(await branch.as('demo-member-01').calls('family.invite', { name: '大哥', relation: 'child' }))
    good(await bind('brother-01', inviteCode))
    const sisters = (await data('demo-member-01')).helpers.find(one => one.name !== '大哥')
    expect(refusal(await branch.as('brother-01').calls('family.invite', { name: '朋友', relation: 'carer' }))).toBe('FORBIDDEN')
    good(await branch.as('brother-01').calls('family.end', { bondId: sisters?.bondId ?? '' }))
    expect((await data('demo-member-01')).helpers).toHaveLength(2)
    good(await branch.as('brother-01').calls('me.unbind', { memberId: 'm-01' }))
    expect((await data('demo-member-01')).helpers).toHaveLength(1)
  })

  test('an elder does not become their own helper by their family’s code', async () => {
    const { inviteCode } = good(await branch.as('demo-member-08').calls('family.invite', { name: '儿子', relation: 'child' }))
    expect(refusal(await bind('demo-member-08', inviteCode))).toBe('INVITE_INVALID')
    expect(good(await bind('demo-member-09', inviteCode))).toEqual({ memberId: 'm-08' })
    expect(await me('demo-member-09')).toMatchObject({ member: { memberId: 'm-09' }, actingFor: [{ memberId: 'm-08' }] })
  })
})

describe('what is held', () => {
  test('a person sees it, in two round trips', async () => {
    expect(await held('demo-member-10', 'name')).toBe((await me('demo-member-10')).member?.name)
    expect(await branch.roundTrips('me.data')).toBeLessThanOrEqual(2)
  })

  test('a person corrects it however they type it; the roster and its phone find it; an audit row says so without the number', async () => {
    const correction = { phones: ['＋８６ 139 0000 0011'], residence: '常青花园九村1栋', emergencyName: '', skills: ['太极', '太极'] }
    good(await branch.as('demo-member-11').calls('me.correct', correction))
    expect(await held('demo-member-11', 'phones')).toBe('13900000011')
    expect(await held('demo-member-11', 'residence')).toBe('常青花园九村1栋')
    expect(await held('demo-member-11', 'emergencyName')).toBe('')
    expect(await held('demo-member-11', 'skills')).toBe('太极')

    good(await branch.as('demo-member-11').calls('me.correct', correction))
    const rows = await stored(branch, 'audit', { memberId: 'm-11', what: 'data.corrected' })
    expect(rows).toHaveLength(1)
    expect(JSON.stringify(rows)).not.toContain('0011')
  })

  test('a daughter corrects it for her father, and the row says who', async () => {
    good(await branch.as('demo-family-01').calls('me.correct', { residence: '银湖社区2栋' }))
    expect(await held('demo-member-01', 'residence')).toBe('银湖社区2栋')
    expect(await stored(branch, 'audit', { memberId: 'm-01', what: 'data.corrected' })).toMatchObject([
      { by: { openid: 'demo-family-01', relation: 'child' } },
    ])
  })

  test('a daughter’s number in Hong Kong is taken as it is dialled from anywhere', async () => {
    good(
      await branch
        .as('demo-member-14')
        .calls('me.correct', { emergencyName: '女儿', emergencyPhones: ['00852 6123 4567', '+1 415-555-0123'] }),
    )
    const [member] = await stored(branch, 'members', { _id: 'm-14' })
    expect(member?.emergencyPhones).toEqual(['+85261234567', '+14155550123'])
    good(await branch.as('demo-secretary').calls('roster.change', { memberId: 'm-14', phones: ['+853 6612 3456'] }))
    const numbers = good(await branch.as('demo-secretary').calls('roster.phone', { memberId: 'm-14' }))
    expect(numbers).toEqual({
      phones: ['+85366123456'],
      emergency: [
        { name: '女儿', phone: '+85261234567' },
        { name: '女儿', phone: '+14155550123' },
      ],
    })
    const held = good(await branch.as('demo-secretary').calls('roster.get', { memberId: 'm-14' })).held
    expect(held.find(one => one.label === '家属电话')?.value).toBe('+852-****4567、+1-****0123')
  })

  test('a number that cannot be dialled is pointed at, and nothing else of the correction is written', async () => {
    const reply = await branch.as('demo-member-12').calls('me.correct', { phones: ['13900000012', '123'], residence: '别处' })
    expect(reply).toMatchObject({ ok: false, code: 'PHONE_INVALID', data: { field: 'phones', index: 1 } })
    expect(await held('demo-member-12', 'residence')).not.toBe('别处')
  })

  test('what others will read passes WeChat’s check', async () => {
    expect(refusal(await branch.as('demo-member-13').calls('me.correct', { skills: ['赌博'] }))).toBe('TEXT_REFUSED')
    expect(refusal(await branch.as('demo-member-13').calls('family.invite', { name: '赌博', relation: 'child' }))).toBe('TEXT_REFUSED')
  })
})

test('a member who withdraws is bound to no phone; the roster row keeps only what it must; a repeat says nothing new', async () => {
  const { inviteCode } = good(await branch.as('demo-member-40').calls('family.invite', { name: '孙女', relation: 'grandchild' }))
  good(await bind('granddaughter', inviteCode))
  const open = await invitation(branch, 'm-40')

  const { kept } = good(await branch.as('demo-member-40').calls('me.withdraw', {}))
  expect(kept.join()).toContain('名册')
  expect(await me('demo-member-40')).toMatchObject({ member: null, privacyAgreed: false })
  expect((await me('granddaughter')).actingFor).toEqual([])
  expect(refusal(await bind('demo-member-40', open))).toBe('INVITE_INVALID')

  const [row] = await stored(branch, 'members', { _id: 'm-40' })
  expect(row).toMatchObject({ _id: 'm-40', state: 'active', bound: false, skills: [] })
  expect(row).not.toHaveProperty('health')
  expect(row?.phones).toHaveLength(1)
  expect(await stored(branch, 'accounts', { _id: 'demo-member-40' })).toEqual([])
  expect(good(await branch.as('demo-member-40').calls('me.withdraw', {}))).toEqual({ kept: [] })
})
