/** @jest-environment jsdom */
import { localEnvironment } from '../../config/local-environment'
import { routes } from '../../core/shared/routes'
import { good, meNow } from './support/answers'
import { startPhone } from './support/phone'

const opened = (phoneBinding: boolean) => {
  const me = () => good('me.get', meNow({ member: null, environment: { templates: localEnvironment.templates, phoneBinding } }))
  return startPhone({ 'me.get': me }).open(routes.bind())
}

describe('the way in by a phone number, as compiled for WeChat', () => {
  test('is offered beside the invitation', async () => {
    const screen = await opened(true)
    await screen.see('用邀请码')
    await screen.see('用手机号绑定')
    screen.close()
  })

  test('is not offered where the environment has it switched off', async () => {
    const screen = await opened(false)
    await screen.see('用邀请码')
    expect(screen.words()).not.toContain('手机号')
    screen.close()
  })
})
