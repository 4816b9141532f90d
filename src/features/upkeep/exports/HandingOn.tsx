import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { Fact } from '../../../components/Rows'
import { fullDate, moment } from '../../../components/times'
import type { Given } from '../../../platform/call'
import { copy } from '../../../platform/clipboard'
import { useCommand, useQuery } from '../../../platform/query'

type Export = Given<'upkeep.exports'>['items'][number]

/** A zip of the export: WeChat opens none, so its address is taken to a computer. */
const Zip = ({ name, url, bytes }: Export['files'][number]) => {
  const [copied, setCopied] = useState<boolean | undefined>()
  return (
    <>
      <Fact icon="file" label={`${(bytes / 1_000_000).toFixed(1)} MB`}>
        {name}
      </Fact>
      <Button icon="link" onPress={async () => setCopied(await copy(url))}>
        复制下载地址
      </Button>
      {copied !== undefined && (
        <Notice
          tone={copied ? 'good' : 'warn'}
          title={copied ? '复制好了。一小时内发到电脑上，用浏览器打开' : '没有复制成，请再按一次'}
          onSeen={() => setCopied(undefined)}
        />
      )}
    </>
  )
}

const Latest = ({ one, onChange }: { one: Export; onChange: () => unknown }) => {
  const confirm = useCommand('upkeep.confirm')
  const keep = async () => {
    const answer = await confirm.run({ exportId: one.exportId })
    if (answer?.ok) await onChange()
  }
  return (
    <>
      <Fact icon={one.finishedAt === undefined ? 'clock' : 'done'} label={`${moment(one.startedAt)}，${one.by}`}>
        {one.finishedAt === undefined
          ? `正在导出，${String(one.total)} 个支部做了 ${String(one.done)} 个`
          : `${String(one.total)} 个支部，留到 ${fullDate(one.endsAt)}`}
      </Fact>
      {one.files.map(file => (
        <Zip key={file.fileId} {...file} />
      ))}
      {one.confirmedAt !== undefined && <Notice tone="good" title={`${moment(one.confirmedAt)} 确认收好了`} />}
      {one.finishedAt !== undefined && one.confirmedAt === undefined && (
        <Confirm
          kind="secondary"
          icon="check"
          question="下载下来打开看过了吗？"
          explain="确认以后七天之内，技术人员可以在电脑上清除环境里的资料。"
          yes="看过了，已经收好"
          no="还没有"
          onYes={keep}
        >
          资料已经收好
        </Confirm>
      )}
      {confirm.refusal && <Failure refusal={confirm.refusal} onSeen={confirm.forget} />}
    </>
  )
}

/** 全部资料导出: everything an organization owns as Excel files, for when an officer leaves or a system changes. */
export const HandingOn = ({ orgId }: { orgId: string }) => {
  const query = useQuery('upkeep.exports', { orgId })
  const make = useCommand('upkeep.export')
  const begin = async () => {
    const answer = await make.run({ orgId })
    if (answer?.ok) await query.reload()
  }
  const [latest] = query.data?.items ?? []
  return (
    <Card title="全部资料导出">
      <View className="soft">换人交接、换系统时用：一个支部一个 Excel，打成压缩包。做好了在消息里告诉您。</View>
      {latest && <Latest one={latest} onChange={query.reload} />}
      {query.data && (latest === undefined || latest.finishedAt !== undefined) && (
        <Button icon="download" busyWords="正在开始…" onPress={begin}>
          {latest ? '再导出一次' : '导出全部资料'}
        </Button>
      )}
      {query.refusal && <Failure refusal={query.refusal} />}
      {make.refusal && <Failure refusal={make.refusal} onSeen={make.forget} />}
    </Card>
  )
}
