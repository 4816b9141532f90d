/** @jest-environment jsdom */
import { good, morning, partyDay } from './support/answers'
import { startPhone } from './support/phone'
import { routes } from '../../core/shared/routes'

test('a member reads which branch they belong to, where they take part too, and that a letter is on its way', async () => {
  const phone = startPhone(
    morning(partyDay, {
      'membership.list': () =>
        good('membership.list', {
          memberId: 'member-01',
          name: '王秀英',
          items: [
            { branchId: 'b1', branchName: '常青花园离退休干部党支部', kind: 'primary', since: '2012-07-01', until: null },
            { branchId: 'b2', branchName: '银湖离退休干部党支部', kind: 'affiliate', since: '2026-03-01', until: null },
            { branchId: 'b3', branchName: '水利局机关党支部', kind: 'primary', since: null, until: '2012-07-01' },
          ],
          transfer: { toName: '学府南离退休干部党支部', startedOn: '2026-11-21', dueOn: '2026-12-21' },
        }),
    }),
  )
  const screen = await phone.open(routes.belonging.path)
  for (const words of ['正在转往学府南离退休干部党支部', '我的支部', '2012年7月1日起', '也参加这里的活动', '很早至2012年7月1日'])
    await screen.see(words)
  await screen.tap('我要外出住一段告诉支部怎么找您')
  expect(phone.asked.opened).toEqual([`/${routes.away({ memberId: 'member-01' })}`])
  screen.close()
})
