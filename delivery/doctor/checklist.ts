import type { Environment } from '../../core/shared/environment'
import { declarations } from './privacy'

/** Something that a new owner fills in at WeChat, which no program can see from outside: where, and what. */
export interface Step {
  title: string
  where: string
  what: readonly string[]
}

/** Everything that has to be filled in by hand before a release, in the order in which it is needed. */
export const handwork = ({ codes, on, mapKey }: Environment): Step[] => [
  {
    title: '服务类目',
    where: 'mp.weixin.qq.com → 设置 → 基本设置 → 服务类目',
    what: [
      '主体是党政机关或事业单位的，选政务民生下与本单位相符的一项；要求上传的证明材料（单位证明、授权文件）按页面提示准备',
      '有这个类目，才能申请长期订阅消息',
    ],
  },
  {
    title: '小程序备案',
    where: 'mp.weixin.qq.com → 设置 → 基本设置 → 备案',
    what: ['没有备案不能发布；名称改了要重新备案，改代码不用'],
  },
  {
    title: '用户隐私保护指引',
    where: 'mp.weixin.qq.com → 设置 → 服务内容声明 → 用户隐私保护指引',
    what: Object.values(declarations).map(({ takes, purpose }) => `${takes}：${purpose}`),
  },
  {
    title: '地理位置接口',
    where: 'mp.weixin.qq.com → 开发管理 → 接口设置',
    what: [`申请 getLocation 和 chooseLocation，场景写“${declarations['getLocation']?.purpose ?? ''}”，附签到页和求助页的截图`],
  },
  ...(on.phoneBinding
    ? [
        {
          title: '手机号快速验证',
          where: 'mp.weixin.qq.com → 付费管理',
          what: ['政府主体免费；其他主体按次收费，次数用完就不能用手机号绑定。不用的话，在配置里把 on.phoneBinding 设成 false'],
        },
      ]
    : []),
  ...(codes
    ? [
        {
          title: '扫普通二维码打开小程序',
          where: 'mp.weixin.qq.com → 开发管理 → 开发设置 → 扫普通链接二维码打开小程序',
          what: [`二维码规则填 ${codes.domain}，功能页面填首页，校验文件放到这个域名的根目录；域名要备过案`],
        },
      ]
    : []),
  ...(mapKey === undefined
    ? []
    : [{ title: '地图密钥', where: 'lbs.qq.com → 控制台', what: ['密钥绑定本小程序的 appid，看每天的配额够不够'] }]),
  {
    title: '超限按量',
    where: '云开发控制台 → 设置 → 套餐',
    what: ['打开“超限按量付费”：不打开的话，套餐一用完，整个环境就停，求助也发不出去', '设一个用量到 70% 的告警，短信发给值班的技术人员'],
  },
]
