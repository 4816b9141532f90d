/** @jest-environment jsdom */
import { routes } from '../../core/shared/routes'
import { good, morning, partyDay } from './support/answers'
import { startPhone, until } from './support/phone'

interface Ear {
  onStart: () => void
  onRecognize: (heard: { result: string }) => void
  onStop: (heard: { result: string }) => void
  onError: (fault: { retcode: number; msg: string }) => void
  start: (how: object) => void
  stop: () => void
}

/** WeChat's plugin for speech, in the shape that its manual has it; `ear` is what the page listens with. */
const plugin = () => {
  const begun: object[] = []
  const nothing = () => undefined
  const ear: Ear = {
    ...{ onStart: nothing, onRecognize: nothing, onStop: nothing, onError: nothing },
    start: how => begun.push(how),
    stop: () => ear.onStop({ result: '厨房的水管漏水了，帮我看看。' }),
  }
  return { ear, begun, plugins: { WechatSI: { textToSpeech: nothing, getRecordRecognitionManager: () => ear } } }
}

const answers = () =>
  morning(partyDay, {
    'me.data': () => good('me.data', { held: [], helpers: [], waitingDoors: [], looked: [] }),
    'request.raise': () => good('request.raise', { requestId: 'r', promiseAt: Date.now(), promise: '今天办好', urgent: false, told: [] }),
  })
const FIELD = '写几句（可以不写）'
const SAY = `说话，替我写：${FIELD}`

test('what an elder says is written in the field as it is spoken, mended there, and sent as it then stands', async () => {
  const { ear, begun, plugins } = plugin()
  const phone = startPhone(answers(), { plugins })
  const screen = await phone.open(routes.ask.path, { kind: 'leak' })
  await screen.tap(SAY)
  await screen.see('边说边写在上面')
  // No second way to speak stands beside.
  expect(screen.words()).not.toContain('说给我们听')
  expect(begun).toEqual([{ duration: 60_000, lang: 'zh_CN' }])
  ear.onRecognize({ result: '厨房的水管' })
  await screen.tap(`正在听，说完按这里：${FIELD}`)
  await screen.see('写好了，请看一看，写错了可以改')
  await screen.tap('请人来帮忙')
  const sent = () => phone.asked.functions.filter(({ data }) => data.op === 'request.raise').map(({ data }) => data.input)
  await until(
    () => 'the request',
    () => sent().length > 0,
  )
  expect(sent()).toEqual([{ kind: 'leak', text: '厨房的水管漏水了，帮我看看。' }])
  screen.close()
})

test('what is said a second time comes after what stands there; what is not understood loses nothing and brings the voice note back', async () => {
  const { ear, plugins } = plugin()
  const phone = startPhone(answers(), { plugins })
  const screen = await phone.open(routes.ask.path, { kind: 'leak' })
  await screen.type(FIELD, '二楼。')
  await screen.tap(SAY)
  ear.onRecognize({ result: '厨房' })
  ear.onError({ retcode: -30004, msg: 'no result' })
  await screen.see('没有听清')
  await screen.see('按一下，开始说')
  await screen.tap('请人来帮忙')
  await until(
    () => 'the request',
    () => phone.asked.functions.some(({ data }) => data.op === 'request.raise'),
  )
  expect(phone.asked.functions.at(-1)?.data.input).toEqual({ kind: 'leak', text: '二楼。厨房' })
  screen.close()
})

test('a mini-program without the plugin offers the voice note alone', async () => {
  const phone = startPhone(answers())
  const screen = await phone.open(routes.ask.path, { kind: 'leak' })
  await screen.see('按一下，开始说')
  expect(screen.words()).not.toContain('替我写')
  screen.close()
})
