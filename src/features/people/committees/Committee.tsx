import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDate } from '../../../../core/people/roster/date-words'
import { isGrave, sayWarning } from '../../../../core/people/committees/words'
import { routes } from '../../../../core/shared/routes'
import { BigButton } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { ExportButton } from '../../../components/ExportButton'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Fact, LinkRow } from '../../../components/Rows'
import { Panes, Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { call } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { Answer } from './Answer'
import { Election } from './Election'
import { Leave } from './Leave'
import { Postpone } from './Postpone'
import { Who } from './Who'
import type { Data, Seated } from './words'

/** Since when, until when; for those who keep it by which document. */
const TermFacts = ({ term, termEnds, rule, keeps }: Pick<Data, 'term' | 'termEnds' | 'rule'> & { keeps: boolean }) =>
  term && termEnds !== null ? (
    <Card title="任期">
      <Fact icon="calendar">{`${sayDate(term.heldOn)}${term.appointed ? '指定' : '选举'} 到${sayDate(termEnds)}`}</Fact>
      {keeps && term.documentNo !== undefined && (
        <Fact icon="file" label="批复">
          {term.documentNo}
        </Fact>
      )}
      {term.postponed && (
        <Fact icon="clock" label={`延期到${sayDate(term.postponed.until)}`}>
          {`${term.postponed.reason}（${term.postponed.documentNo}）`}
        </Fact>
      )}
      {keeps && <View className="soft small">{`任期${String(rule.years)}年，依据《${rule.document}》${rule.article ?? ''}`}</View>}
    </Card>
  ) : null

/** What the keeper has to know: what must be mended first. */
const Warnings = ({ warnings }: Pick<Data, 'warnings'>) => (
  <View className="row wrap">
    {[...warnings]
      .sort((one, other) => Number(isGrave(other)) - Number(isGrave(one)))
      .map(one => (
        <StateChip key={one} icon={isGrave(one) ? 'warn' : 'info'} tone={isGrave(one) ? 'warn' : 'soft'} words={sayWarning(one)} />
      ))}
  </View>
)

interface Props {
  orgId: string
}

const Content = ({ orgId, data, reload }: Props & { data: Data; reload: () => Promise<unknown> }) => {
  const { orgName, members, serving, state, warnings, term, termEnds, required, rule, may, declined, election, others } = data
  const [leaving, setLeaving] = useState<Seated | undefined>()
  const [done, setDone] = useState<string | undefined>()
  const after = async (said: string) => {
    setLeaving(undefined)
    setDone(said)
    await reload()
  }
  const keeps = may.includes('export')
  const inOffice = state === 'pending' ? serving?.members : members
  const leave = may.includes('leave') ? setLeaving : undefined
  const side = (
    <>
      <Title>{orgName}</Title>
      {done !== undefined && <Notice tone="good" title={done} onSeen={() => setDone(undefined)} />}
      {declined && (
        <Notice tone="warn" title="上次报的名单退回来了">
          {`${declined.by}说：${declined.reason}`}
        </Notice>
      )}
      {keeps && warnings.length > 0 && <Warnings warnings={warnings} />}
      {leaving && <Leave orgId={orgId} one={leaving} onDone={after} onBack={() => setLeaving(undefined)} />}
      {inOffice && inOffice.length > 0 && <Who orgId={orgId} title="现任班子" members={inOffice} onPress={leave} />}
      {state === 'pending' && (
        <Who orgId={orgId} title={term?.byElection ? '补选以后（等上级审批）' : '新班子（等上级审批）'} members={members} />
      )}
      {term && may.includes('approve') && <Answer orgId={orgId} termId={term.termId} onDone={after} />}
      {state === 'none' && (
        <Empty icon="people" title="还没有登记班子" hint="选出来、批下来以后，这里能看到谁是书记、谁是委员，直接打电话。" />
      )}
      <TermFacts term={term} termEnds={termEnds} rule={rule} keeps={keeps} />
    </>
  )
  const past = (
    <>
      <LinkRow icon="done" words="选举投票" onPress={() => go(routes.elections({ orgId, name: orgName }))} />
      <LinkRow icon="clock" words="历届班子" onPress={() => go(routes.pastCommittees({ orgId, name: orgName }))} />
    </>
  )
  if (!keeps)
    return (
      <>
        {side}
        {past}
      </>
    )
  return (
    <Panes side={side}>
      <View className="soft small">
        {required.committee
          ? `支部委员会一般${String(required.min)}到${String(required.usualMost)}人，最多${String(required.max)}人。`
          : '正式党员不多，设书记一名，需要时设副书记一名。'}
      </View>
      {others.length > 0 && (
        <Notice tone="info" title={`${others.map(one => one.name).join('、')}不在班子里，也能办书记的事`}>
          这是上级任命的。不需要了，请上级在“各级负责人”里免去。
        </Notice>
      )}
      {(election ?? may.includes('begin')) && <Election orgId={orgId} data={data} onDone={after} />}
      {may.includes('postpone') && <Postpone orgId={orgId} rule={rule} onDone={after} />}
      {past}
      <ExportButton words="导出班子名单" name={`${orgName}班子.xlsx`} make={() => call('committee.export', { orgId })} />
    </Panes>
  )
}

/** 支部班子: who leads the branch, for every member; for those who keep it, what has to be done. */
export const Committee = ({ orgId }: Props) => {
  const query = useQuery('committee.get', { orgId })
  const { data } = query
  const records = data?.may.includes('record') === true
  const main = records && (
    <BigButton icon="edit" onPress={() => go(routes.recordCommittee({ orgId, name: data.orgName }))}>
      {data.rule.elects ? '登记选出的班子' : '登记指定的班子'}
    </BigButton>
  )
  return (
    <Screen wide={data?.may.includes('export') === true} {...(main ? { main } : {})}>
      <Loaded query={query} cards={3}>
        {shown => <Content orgId={orgId} data={shown} reload={query.reload} />}
      </Loaded>
    </Screen>
  )
}
