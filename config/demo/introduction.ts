import { routes } from '../../core/shared/routes'
import type { Introduction } from '../../localcloud/desk/introduction'
import type { DemoKind } from './roster'

const secretary = 'demo-secretary'
const member = 'demo-member-01'
const HALF_AN_HOUR = 30 * 60_000

/** The secretary's main job, a theme Party day from notice to sheet. */
const partyDay: Introduction['steps'] = [
  {
    words: '书记发通知',
    hint: '主题党日已经替书记填好了，在书记的手机上按“发通知”，看一眼再发出。',
    openid: secretary,
    page: routes.publish(),
    press: ['发给', '发通知'],
    done: { op: 'activity.publish' },
    keeps: ['activityId'],
  },
  {
    words: '老同志报名',
    hint: '通知到了老同志手机上，在他的手机上报名。',
    openid: member,
    page: `${routes.activity.path}?id={activityId}`,
    press: ['我要报名', '我参加', '报名'],
    done: { op: 'signup.join' },
  },
  {
    words: '扫码签到',
    hint: '开会前半小时，书记的手机上有签到码；按老同志手机上面的“扫一扫旁边的码”。',
    openid: member,
    scans: true,
    beside: { openid: secretary, page: `${routes.door.path}?activityId={activityId}` },
    moment: { words: '开会前半小时', collection: 'activities', id: '{activityId}', field: 'startsAt', plus: -HALF_AN_HOUR },
    done: { op: 'attendance.signIn' },
  },
  {
    words: '签到表自动出来',
    hint: '在书记的手机上按“签到表”，谁到了已经记好。',
    openid: secretary,
    page: `${routes.manage.path}?activityId={activityId}`,
    press: ['签到表'],
    done: { page: routes.sheet.path },
  },
]

/** What the desk tells a newcomer of this product. In an empty environment there is no branch yet to try the steps with. */
export const demoIntroduction = (kind: DemoKind): Introduction => ({
  title: '常青365',
  about: [
    '离退休干部党支部用的微信小程序：发通知、报名、签到、求助、走访，都在手机上办。',
    '下面每部手机都连着您电脑上的云，人是示范的，放心点。',
  ],
  steps: kind === 'none' ? [] : partyDay,
  // As in WeChat's console: every printed or drawn code leads to the landing page (src/platform/links.ts).
  links: [{ prefix: 'https://changqing365.example/s', page: routes.signIn.path }],
})
