import * as fc from 'fast-check'
import { signOf } from '../../../core/visits/signs'

const ill = [
  '住院了',
  '我在中心医院住院，没人送饭',
  '爸爸病危，请快来人',
  '明天做手术，孩子都在外地',
  '前天摔了一跤，下不了床',
  '不小心摔倒了，腰疼',
  '老伴中风，送去急救了',
  '骨 折 了',
  '左腿摔断了',
  '突然晕倒了',
  '医生说恐怕要住院',
  '怕是中风了，半边身子没力气',
  '还没出院，想请人带点东西来',
  // Home again and weak: whoever told nobody of the stay is to be seen now.
  '昨天刚出院，要人陪着去换药',
  // Both: illness has fewer days.
  '没钱住院',
  '住院费交不起',
  '心脏病犯了',
  '被送到医院抢救',
  '查出来是肺癌',
  '呼吸困难',
  '生病了，家里没人',
  '去看病，医生要我住院',
  '我不想住院',
] as const

const hard = [
  '生活困难，想申请补助',
  '没钱买药了',
  '家里没有钱了',
  '被骗了三万块',
  '昨天接了个电话，上当了，钱都转走了',
  '厨房失火，家具都烧了',
  '老家遭灾了，房子塌了',
  '家里被淹了',
  '米缸空了，揭不开锅',
  '老伴昨天去世了',
  '小偷进了屋，存折被偷了',
  '没人照顾，饭也吃不上',
] as const

const nothing = [
  '',
  '陪我去医院看眼睛',
  '星期三陪诊',
  '买药：降压药、阿司匹林',
  '想约个体检',
  '医保卡丢了',
  '住院报销怎么办',
  '上次住院的发票还没有报销',
  '门诊重症卡要年审',
  '大病保险怎么交',
  '没住院，就是看看',
  '没有住院',
  '不用住院，拿点药就行',
  '没摔着，您放心',
  '没骨折',
  '怕摔倒，卫生间想装个扶手',
  '担心摔跤，请换防滑垫',
  '差点摔倒',
  '容易摔跤，出门要人扶',
  '万一中风了找谁',
  '行动困难，请送药上门',
  '走路困难，要借轮椅',
  '碗摔了，玻璃渣扫不动',
  '手机摔碎了屏',
  '急救包过期了',
  '急救知识讲座几点开始',
  '电表没钱了',
  '公交卡里没钱了',
  '想听防诈骗讲座',
  '怕被骗，请帮我看看这条短信',
  '没被骗，就是问问',
  '想去看望住院的老战友，要一辆车',
  '每周二四去做透析，要人接送',
  '没有困难',
  '客厅的灯不亮了，我够不着',
  '家里突然没电了',
  '卫生间的水管爆了',
  '降压药快没了，腿脚不便',
  '电费不会在手机上交',
  '优待证要换新的',
  '想找一位白天的保姆',
  '房子过户的事想问一问',
  '想找个人说说话',
] as const

test.each(ill)('“%s” is a sign of illness', text => expect(signOf(text)).toBe('illness'))
test.each(hard)('“%s” is a sign of hardship', text => expect(signOf(text)).toBe('hardship'))
test.each(nothing)('“%s” is a sign of nothing', text => expect(signOf(text)).toBeNull())

const plain = fc.constantFrom('您好', '谢谢大家', '家里的灯不亮了', '下午三点以后在家', '请带上工具', '')
const stops = fc.constantFrom('。', '，', '\n', '！', '；', ',')

test('what is said before and after in other sentences changes nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ill, ...hard, ...nothing), plain, plain, stops, (text, before, after, stop) =>
      expect(signOf(`${before}${stop}${text}${stop}${after}`)).toBe(signOf(text)),
    ),
  )
})

test('spaces and full-width letters change nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...ill, ...hard, ...nothing), text => expect(signOf(Array.from(text).join(' '))).toBe(signOf(text))),
  )
})

test('what is said not to be, or only feared, is no sign; said of the same matter plainly, it is', () => {
  const words = fc.constantFrom('住院', '手术', '摔倒', '骨折', '中风', '被骗', '失火')
  const turns = fc.constantFrom('没', '没有', '不用', '担心', '万一', '如果', '差点')
  fc.assert(fc.property(turns, words, (turn, word) => expect([signOf(turn + word), signOf(word) !== null]).toEqual([null, true])))
})

test('whatever is said, the answer is one of three', () => {
  fc.assert(fc.property(fc.string({ unit: 'binary' }), text => expect(['illness', 'hardship', null]).toContain(signOf(text))))
})
