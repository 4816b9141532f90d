import { routes } from '../../core/shared/routes'
import { stored } from '../features/support/attendance'
import { branchId } from '../features/support/inputs'
import { startDesk, type Desk } from './support/desk'
import { press, reads, type, whole } from './support/hands'

let product: Desk
beforeAll(async () => void (product = await startDesk()), 300_000)
afterAll(() => product.close())

test('a secretary finds the year written down, puts a part in own words and hands it in; the street grades it, and the secretary reads so', async () => {
  const secretary = await product.phone('demo-secretary', routes.desk())
  await press(secretary, '述职')
  await press(secretary, '写述职')
  await whole(secretary)
  await reads(secretary, /我们支部现有党员\d+名/u)
  await type(secretary, '存在的问题', '对卧床的老同志，送学上门还不够勤。')
  await press(secretary, '交给上级')
  await reads(secretary, '述职交上去了')

  const street = await product.phone('demo-street', routes.debriefs({ orgId: 'changqing' }))
  await reads(street, '等点评')
  await press(street, /常青花园离退休干部党支部/u)
  await reads(street, '送学上门还不够勤')
  await press(street, '点评、评等次')
  await press(street, '较好')
  await type(street, '点评', '抓得实，走访再多走几户')
  await press(street, '评好了，告诉书记')
  await reads(street, '评为“较好”')

  await press(secretary, '看看交的内容')
  await reads(secretary, '抓得实，走访再多走几户')
})

test('what is to be put right goes to its owner’s phone, who reports it, and is closed on the secretary’s', async () => {
  const secretary = await product.phone('demo-secretary', routes.saveRemedy({ orgId: branchId }))
  await type(secretary, '什么问题', '门口没有扶手')
  await type(secretary, '改成什么样', '进出站得稳')
  await type(secretary, '怎么改', '左右各装一根')
  await press(secretary, '选一位同志')
  const [member] = await stored(product, 'members', { _id: 'm-01' })
  const name = member?.name ?? ''
  await type(secretary, '输入名字找人', name)
  await press(secretary, new RegExp(name, 'u'))
  await type(secretary, '哪一天以前', '2026-12-10')
  await press(secretary, '列进整改清单')
  await reads(secretary, '门口没有扶手')

  const owner = await product.phone('demo-member-01', routes.myRemedies())
  await press(owner, /门口没有扶手/u)
  await press(owner, '我改好了')
  await type(owner, '改成什么样了', '装好了')
  await press(owner, '告诉书记')
  await reads(owner, '说改好了')

  await secretary.reload()
  await press(secretary, '改到位了，销号')
  await type(secretary, '看到的结果', '看过了，装得牢')
  await press(secretary, /^销号$/u)
  await reads(secretary, /月\d+日销号/u)
})
