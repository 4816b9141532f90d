import { View } from '@tarojs/components'
import { judge, sayAge, sayUsed, type BackupsNow, type Health as Data } from '../../../../core/upkeep/health/judge'
import { Card, Title } from '../../../components/Card'
import { Figure, Figures } from '../../../components/Figure'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Fact } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import { useQuery } from '../../../platform/query'
import { HandingOn } from '../exports/HandingOn'

/** What has to be looked at, the gravest first; or that all is well. */
const Findings = ({ data, backups }: { data: Data; backups: BackupsNow }) => {
  const findings = judge(data, backups)
  if (findings.length === 0) return <Notice tone="good" title="一切正常" />
  return (
    <>
      {findings.map(({ level, words, remedy }) => (
        <Notice key={words} tone={level === 'stop' ? 'danger' : 'warn'} title={words}>
          {remedy}
        </Notice>
      ))}
    </>
  )
}

const Timer = ({ data: { now, timer } }: { data: Data }) => (
  <Card title="定时任务">
    <Fact icon="clock" label="最近一次运行">
      {timer.beatAt === undefined ? '还没有' : `${moment(timer.beatAt)}（${sayAge(now - timer.beatAt)}前）`}
    </Fact>
    {timer.jobs.map(({ name, title, at, did, failed }) => (
      <Fact key={name} icon={failed ? 'alert' : 'done'} label={title}>
        {failed ? `${moment(at)} 没有做成` : `${moment(at)} 做了 ${String(did)} 件`}
      </Fact>
    ))}
  </Card>
)

type Message = Data['messages'][number]

/** What became of the messages of one template. */
const said = ({ there, accepted, sent, refused, failed, missing }: Message): string =>
  there
    ? `发出 ${String(sent)}，没得到同意 ${String(refused)}${failed > 0 ? `，出错 ${String(failed)}` : ''}；点过允许 ${String(accepted)} 次`
    : `没有模板号，只进消息页（${String(missing)} 条）`

/** Templates of which there is something to say; the others are counted. */
const Messages = ({ data: { messages } }: { data: Data }) => {
  const told = messages.filter(({ there, accepted, sent, refused, failed }) => !there || accepted + sent + refused + failed > 0)
  const quiet = messages.length - told.length
  return (
    <Card title="服务消息（30 天）">
      {told.map(one => (
        <Fact key={one.template} icon={one.there ? 'bell' : 'warn'} label={one.title}>
          {said(one)}
        </Fact>
      ))}
      {quiet > 0 && <View className="soft">{`${told.length > 0 ? '其余 ' : ''}${String(quiet)} 个模板没有用到过。`}</View>}
    </Card>
  )
}

const Troubles = ({ data: { slow, faults } }: { data: Data }) =>
  slow.length === 0 && faults.length === 0 ? null : (
    <Card title="慢的和出错的操作（7 天）">
      {faults.map(({ op, times }) => (
        <Fact key={`fault ${op}`} icon="alert" label={op}>{`出错 ${String(times)} 次`}</Fact>
      ))}
      {slow.map(({ op, times, worstMs }) => (
        <Fact key={`slow ${op}`} icon="clock" label={op}>{`慢了 ${String(times)} 次，最慢 ${(worstMs / 1000).toFixed(1)} 秒`}</Fact>
      ))}
    </Card>
  )

/** What the platform tells its owner alone: as of the last time that the technician asked. */
const Package = ({ data: { now, package: found } }: { data: Data }) => (
  <Card title="套餐用量（本月）">
    {found ? (
      <>
        <View className="soft">{`${sayAge(now - found.at)}前查的`}</View>
        {sayUsed(found).map(words => (
          <Fact key={words} icon="chart">
            {words}
          </Fact>
        ))}
      </>
    ) : (
      <View className="soft">还没有查过。技术人员在电脑上运行 npm run doctor，这里就有了。</View>
    )}
  </Card>
)

const Backups = ({ backups: { last, running, trial } }: { backups: BackupsNow }) => (
  <Card title="备份">
    <Fact icon="file" label="最近一次">
      {last ? `${moment(last.finishedAt)}，${String(last.rows)} 条，${(last.bytes / 1_000_000).toFixed(1)} MB` : '还没有'}
    </Fact>
    {running && <Fact icon="clock" label="正在备份">{`已经 ${String(running.rows)} 条`}</Fact>}
    <Fact icon={trial ? 'done' : 'clock'} label="上次试恢复">
      {trial ? `${moment(trial.at)}，回来 ${String(trial.rows)} 条` : '还没有试过'}
    </Fact>
  </Card>
)

/** How the environment runs: what is wrong first, then the figures behind it. For the technician of a bureau. */
export const Health = ({ orgId }: { orgId: string }) => {
  const health = useQuery('health.get', { orgId })
  const backups = useQuery('backup.state', { orgId })
  return (
    <Screen>
      <Title>系统运行</Title>
      <Loaded query={health}>
        {data => (
          <Loaded query={backups}>
            {state => (
              <View className="stack">
                <Findings data={data} backups={state} />
                <Figures>
                  <Figure words="本月求助按时" number={String(data.promises.kept)} />
                  <Figure words="本月求助超时" number={String(data.promises.broken)} />
                </Figures>
                {data.deployed && (
                  <Card title="版本">
                    <Fact icon="info">{`${data.deployed.version}，${moment(data.deployed.at)} 部署`}</Fact>
                  </Card>
                )}
                <Timer data={data} />
                <Backups backups={state} />
                <Package data={data} />
                <HandingOn orgId={orgId} />
                <Messages data={data} />
                <Troubles data={data} />
              </View>
            )}
          </Loaded>
        )}
      </Loaded>
    </Screen>
  )
}
