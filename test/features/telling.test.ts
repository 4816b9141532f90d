import { routes } from '../../core/shared/routes'
import { Messages } from '../../cloudfunctions/kernel/documents'
import { Accounts } from '../../cloudfunctions/kernel/identity'
import { tell } from '../../cloudfunctions/kernel/tell'
import { memoryPorts } from './support/ports'
import { memoryStore } from '../../config/demo/memory-store'

const NOW = Date.UTC(2026, 10, 29)
const telling = {
  kind: 'activity-remind' as const,
  about: 'act-1',
  title: '明天有主题党日',
  text: '明天上午九点，二楼会议室',
  page: routes.home(),
  fields: { what: '主题党日', when: '2026-11-30 09:00', where: '二楼会议室', note: '带党徽' },
}

test('where the environment has no template for it, a notice is in the inbox and no more is tried', async () => {
  const account = { _id: 'phone-1', memberId: 'member-1', people: ['member-1'], actingFor: [], createdAt: NOW, name: '王秀英' }
  const { store } = memoryStore({ accounts: [account] }, () => undefined)
  const ports = memoryPorts(store, NOW)
  const asked: string[] = []
  const send = (openid: string) => {
    asked.push(openid)
    return Promise.resolve('no-template' as const)
  }
  await tell({ ...ports, wechat: { ...ports.wechat, send } }, ['member-1'], telling)
  expect(asked).toEqual(['phone-1'])
  expect(await store.table(Messages).find({ memberId: 'member-1' }, { limit: 2 })).toMatchObject([
    { title: '明天有主题党日', push: 'none' },
  ])
  expect(await store.table(Accounts).get('phone-1')).not.toBeNull()
})
