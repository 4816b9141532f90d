/** @jest-environment jsdom */
import { localEnvironment } from '../../config/local-environment'
import { routes } from '../../core/shared/routes'
import { good, meNow } from './support/answers'
import { startPhone, until } from './support/phone'

const opened = (phoneBinding: boolean) => {
  const me = () => good('me.get', meNow({ member: null, environment: { templates: localEnvironment.templates, phoneBinding } }))
  return startPhone({ 'me.get': me }).open(routes.bind())
}

describe('the way in by a phone number, as compiled for WeChat', () => {
  test('is the main act, the code of an invitation a line below it', async () => {
    const screen = await opened(true)
    await screen.see('用手机号绑定')
    await screen.tap('我有邀请码')
    await screen.see('九个字。大写小写、空格都不要紧。')
    screen.close()
  })

  test('is not offered where the environment has it switched off', async () => {
    const screen = await opened(false)
    await screen.see('用邀请码')
    expect(screen.words()).not.toContain('手机号')
    screen.close()
  })

  test('an invitation that was opened is one tap: it says what is held of the family helper, agrees and binds', async () => {
    const me = () => good('me.get', meNow({ member: null, privacyAgreed: false }))
    const phone = startPhone({
      'me.get': me,
      'me.agree': () => good('me.agree', {}),
      'me.bind': () => good('me.bind', { memberId: 'm-01' }),
    })
    const screen = await phone.open(routes.bind.path, { invite: 'ABCDEFGHJ', as: 'family' })
    await screen.see('改电话、住址、紧急联系人')
    await screen.tap('我同意，绑定')
    await screen.see('绑定好了')
    expect(phone.asked.order.filter(op => op === 'me.agree' || op === 'me.bind')).toEqual(['me.agree', 'me.bind'])
    screen.close()
  })

  test('a number on no roster leads to an officer, and 120 is in sight', async () => {
    const me = () => good('me.get', meNow({ member: null }))
    const phone = startPhone({ 'me.get': me, 'me.bindByPhone': () => ({ ok: false, code: 'PHONE_UNKNOWN' }) })
    const screen = await phone.open(routes.bind.path)
    await screen.answer('用手机号绑定', 'getphonenumber', { code: 'a-code' })
    await screen.see('名册里没有这个手机号')
    await screen.tap('有急病，打 120')
    expect(phone.asked.dialled).toEqual(['120'])
    await screen.tap('请书记加我')
    await screen.see('您的支部或者社区')
    screen.close()
  })
})

test('a page that is not there leads home', async () => {
  const phone = startPhone({ 'me.get': () => good('me.get', meNow({ member: null })) })
  const screen = await phone.open(routes.bind.path)
  await screen.see('用手机号绑定')
  phone.lost(`${routes.home.path}-of-before`)
  await until(
    () => `the way home among ${phone.asked.opened.join()}`,
    () => phone.asked.opened.includes(`/${routes.home.path}`),
  )
  screen.close()
})
