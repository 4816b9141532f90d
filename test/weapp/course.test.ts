/** @jest-environment jsdom */
import { routes } from '../../core/shared/routes'
import type { Given } from './support/answers'
import { good, morning, partyDay } from './support/answers'
import { startPhone, until } from './support/phone'

const LENGTH = 600
const lecture = (change: Partial<Given<'course.get'>> = {}): Given<'course.get'> => ({
  ...{
    courseId: 'course-1',
    orgId: 'branch-1',
    orgName: '第一党支部',
    title: '学习二十大',
    kind: 'audio' as const,
    seconds: LENGTH,
    hours: 1,
  },
  ...{ body: '', audioFileId: 'cloud://local.local/shown/lecture.mp3', at: 0, percent: 0, seen: false },
  ...change,
})

/** The phone's clock and its player, as far as a lecture needs them: what is played moves both. */
const playingOn = (course: Given<'course.get'>, percents: number[]) => {
  const answers = morning(partyDay, {
    'course.get': () => good('course.get', course),
    'course.progress': () => {
      const percent = percents.shift() ?? 100
      return good('course.progress', { percent, seen: percent === 100 })
    },
  })
  const phone = startPhone(answers)
  const told = () => phone.asked.functions.filter(({ data }) => data.op === 'course.progress').map(({ data }) => data.input)
  return { phone, told, player: phone.player }
}

test('an elder listens to a lecture: it begins, stops, goes back a little, and what was played is told to the cloud', async () => {
  const { phone, told, player } = playingOn(lecture(), [1, 3])
  const screen = await phone.open(routes.course.path, { id: 'course-1' })
  await screen.tap('开始听')
  expect(player).toMatchObject({ title: '学习二十大', startTime: 0 })
  player.plays(0, 2)
  await screen.see('停一停')
  await screen.tap('停一停')
  await until(
    () => 'what was played',
    () => told().length === 1,
  )
  expect(told()[0]).toMatchObject({ courseId: 'course-1', at: 2, spans: [{ from: 0, to: 2 }], length: LENGTH })
  await screen.see('接着听')
  await screen.see('听过的 1%')

  await screen.tap('接着听')
  await screen.tap('退回 15 秒')
  expect(player.sought).toEqual([0])
  player.plays(0, 4)
  screen.close()
  // The page goes: what was played is told, and nothing sounds any more.
  await until(
    () => 'what was played last',
    () => told().length === 2,
  )
  expect(told()[1]).toMatchObject({ at: 4, spans: [{ from: 0, to: 4 }] })
  expect(player.stopped).toBe(true)
})

test('another phone goes on where the first one stopped, and says when it counts', async () => {
  const { phone, player } = playingOn(lecture({ at: 530, percent: 88 }), [100])
  const screen = await phone.open(routes.course.path, { id: 'course-1' })
  await screen.see('8分50秒 / 10分钟')
  await screen.tap('接着听')
  expect(player.startTime).toBe(530)
  player.plays(530, 541)
  player.ends()
  await screen.see('学完了')
  screen.close()
})

test('a text goes page by page to its end, and is done by one press', async () => {
  const body = `${'一'.repeat(130)}。${'二'.repeat(130)}。`
  const answers = morning(partyDay, {
    'course.get': () => good('course.get', { ...lecture(), kind: 'text', audioFileId: undefined, body }),
    'course.progress': () => good('course.progress', { percent: 50, seen: false }),
    'course.done': () => good('course.done', {}),
  })
  const phone = startPhone(answers)
  const screen = await phone.open(routes.course.path, { id: 'course-1' })
  await screen.see('第 1 页，一共 2 页')
  await screen.tap('往下看')
  await screen.tap('看完了')
  await screen.see('学完了')
  expect(phone.asked.order).toContain('course.done')
  screen.close()
})
