import { routes } from '../../core/shared/routes'
import { MINUTE } from '../features/support/branch'
import { press, reads } from './support/hands'
import { startDesk, type Desk } from './support/desk'

let product: Desk
beforeAll(async () => void (product = await startDesk()))
afterAll(() => product.close())

test('the bureau sees how the environment runs, has everything exported, and says that it has it in hand', async () => {
  await product.clock.advance(6 * MINUTE, 6 * MINUTE)
  const phone = await product.phone('demo-bureau', routes.mine())
  await press(phone, '系统运行')
  await reads(phone, '没有备份：配置里没有备份公钥')
  await reads(phone, '看板数字')
  await reads(phone, '还没有查过。')
  await press(phone, '导出全部资料')
  await reads(phone, '正在导出，3 个支部做了 0 个')
  await product.clock.advance(5 * MINUTE, 5 * MINUTE)
  const again = await product.phone('demo-bureau', routes.health())
  await reads(again, '复制下载地址')
  await press(again, '资料已经收好')
  await press(again, '看过了，已经收好')
  await reads(again, /确认收好了/)
})
