import { templateNames } from '../core/shared/notices'

/** What belongs at each place of the configuration; `*` stands for any name. */
const table: Readonly<Record<string, string>> = {
  '': '这一层只有 appid、env、names、templates、mapKey、codes、on、backup、package。',
  appid: '小程序的 AppID：wx 加 16 位小写字母和数字，在 mp.weixin.qq.com“开发设置”里抄。',
  env: '云开发的环境 ID，例如 cloud1-3g8abcd；小写字母、数字和短横线，在开发者工具“云开发”→“设置”里抄。',
  names: '写成 { "bureau": "单位名称" }。',
  'names.bureau': '单位名称，1 到 40 个字。',
  templates: `写成 { "模板名": "模板 ID" }；模板名只有：${templateNames.join('、')}。`,
  'templates.*':
    '模板 ID（在 mp.weixin.qq.com“订阅消息”→“我的模板”里抄）；关键词编号与平常不同时写成 { "id": "模板 ID", "fields": { "what": "thing1", … } }。',
  'templates.*.id': '模板 ID，在“订阅消息”→“我的模板”里抄。',
  'templates.*.fields': '写成 { "what": "thing1", "when": "time2", "where": "thing3", "note": "thing4" }。',
  'templates.*.fields.*': '模板里的关键词编号，字母加数字，例如 thing1、time2。',
  mapKey: '地图服务的 key，最多 100 个字符；没有就删掉这一行。',
  codes: '写成 { "domain": "https://…" }；没有自己的域名就删掉这一行。',
  'codes.domain': '二维码的网址，https:// 开头，末尾不要斜杠。',
  on: '写成 { "phoneBinding": true, "longTermMessages": false }。',
  'on.phoneBinding': 'true 或 false，不加引号：能不能用手机号绑定。',
  'on.longTermMessages': 'true 或 false，不加引号：模板是不是长期订阅的。',
  backup: '写成 { "publicKey": "备份公钥" }；没有就删掉这一行。',
  'backup.publicKey': '备份公钥：44 个字符，末尾是等号。',
  package: '写成 { "storage": 5120, "database": 2048, "calls": 200000 }：套餐里存储和数据库的 MB 数、每月的调用次数；没有就删掉这一行。',
  'package.storage': '数字，不加引号：套餐里云存储的 MB 数。',
  'package.database': '数字，不加引号：套餐里数据库的 MB 数。',
  'package.calls': '数字，不加引号：套餐里每月的云函数调用次数。',
}

/** A sentence that says what belongs at a path of the configuration. */
export const belongs = (path: readonly (string | number)[]): string => {
  const anyNames = path.map((part, index) => (path[0] === 'templates' && (index === 1 || index === 3) ? '*' : part))
  return table[anyNames.join('.')] ?? '见 docs/changqing.config.example.jsonc。'
}
