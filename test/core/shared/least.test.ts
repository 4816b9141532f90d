import * as fc from 'fast-check'
import { calledName, partOfTown, roughMetres } from '../../../core/shared/least'

test.each([
  ['刘建国', '刘老'],
  [' 欧阳文彬 ', '欧阳老'],
  ['司马', '司老'],
  ['䶮海', '䶮老'],
  ['', ''],
])('%s is spoken of as %s', (name, called) => {
  expect(calledName(name)).toBe(called)
})

test.each([
  ['武汉市江汉区常青街道惠民苑3栋2单元501室', '武汉市江汉区常青街道惠民苑'],
  ['常青路 128 号', '常青路'],
  ['解放大道１２０８号附5号', '解放大道'],
  ['江岸区二七街道三阳路小区十二栋一单元302', '江岸区二七街道三阳路小区'],
  ['八一路一百零三号', '八一路'],
  ['常青花园（幸福楼B座）9号', '常青花园'],
  ['黄陂区前川街道李家村东头老槐树旁', '黄陂区前川街道李家村'],
  ['常青街道老年公寓503', '常青街道'],
  // Nothing that leads on is certain in these.
  ['3栋2单元', ''],
  ['老年公寓', ''],
  ['刘建国家', ''],
  ['No.5 Garden', ''],
  ['', ''],
])('of %s no more is told than %s', (address, part) => {
  expect(partOfTown(address)).toBe(part)
})

test('whatever the address, no number, letter or door is told', () => {
  const pieces = fc.constantFrom(
    '武汉市',
    '江汉区',
    '常青路',
    '惠民苑',
    '小区',
    '3',
    '12',
    '栋',
    '二单元',
    '五楼',
    '501',
    '室',
    'A座',
    '号',
    '刘建国',
    ' ',
  )
  fc.assert(
    fc.property(fc.array(pieces, { maxLength: 12 }), all => {
      const part = partOfTown(all.join(''))
      expect(part).toMatch(/^(\p{Script=Han}*)$/u)
      expect(part).not.toMatch(/栋|单元|楼|室|座|号|[0-9A-Za-z]/u)
    }),
  )
})

test('metres are told by the hundred, and never as none', () => {
  expect([0, 49, 149, 151, 1249].map(roughMetres)).toEqual([100, 100, 100, 200, 1200])
})
