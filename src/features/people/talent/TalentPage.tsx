import { View } from '@tarojs/components'
import { type ReactNode, useState } from 'react'
import { advisoryWords, levelWords } from '../../../../core/people/talent/rules'
import { routes } from '../../../../core/shared/routes'
import { BigButton, Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Fact, LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { go } from '../../../platform/go'
import { useCommand, useQuery } from '../../../platform/query'
import { AskedOfMe } from './AskedOfMe'
import { TalentForm } from './TalentForm'
import { type Own, sayConfirmed, sayDays, saySkills } from './words'

const Said = ({ talent }: { talent: NonNullable<Own['talent']> }) => (
  <Card title={saySkills(talent)}>
    {talent.note !== '' && <View>{talent.note}</View>}
    <Fact icon="calendar">{sayDays(talent.days)}</Fact>
    {talent.levels.length > 0 && <Fact icon="award">{`${talent.levels.map(one => levelWords[one]).join('、')}人才`}</Fact>}
    <Fact icon={talent.stale ? 'warn' : 'done'}>{sayConfirmed(talent)}</Fact>
  </Card>
)

interface Props {
  /** Of the secretary: the member whose skills they write down. */
  memberId: string | undefined
  forMemberId: { forMemberId?: string }
  head: ReactNode
}

/** 我的特长: what I can do, confirmed by one tap a year, and what I am asked for. */
export const TalentPage = ({ memberId, forMemberId, head }: Props) => {
  const whose = memberId === undefined ? forMemberId : { memberId }
  const query = useQuery('talent.get', whose)
  const confirm = useCommand('talent.confirm')
  const [changing, setChanging] = useState(false)
  const [done, setDone] = useState<string | undefined>()
  const own = query.data
  const mine = memberId === undefined
  const ended = (said?: string) => {
    setChanging(false)
    setDone(said)
    if (said !== undefined) void query.reload()
  }
  if (own && changing) return <TalentForm own={own} whose={whose} mine={mine} onDone={ended} />
  const press = async () => {
    const answer = await confirm.run(forMemberId)
    if (answer?.ok) ended('记下了，谢谢您！')
  }
  const asks = mine && own?.talent?.stale === true
  return (
    <Screen
      main={
        own && (
          <>
            {confirm.refusal && <Failure refusal={confirm.refusal} onSeen={confirm.forget} />}
            {asks ? (
              <BigButton icon="done" busyWords="正在记下…" onPress={press}>
                是的，我还愿意
              </BigButton>
            ) : (
              own.talent === null && (
                <BigButton icon="add" onPress={() => setChanging(true)}>
                  {mine ? '说说我会什么' : '登记特长'}
                </BigButton>
              )
            )}
          </>
        )
      }
    >
      {mine ? head : <Title>{own?.name ?? '这位同志'}</Title>}
      {done !== undefined && <Notice tone="good" title={done} onSeen={() => setDone(undefined)} />}
      <Loaded query={query} cards={2}>
        {({ name, talent, advisories }) => (
          <View className="stack">
            {asks && <Notice tone="info" title="这些事，您现在还愿意帮忙吗？" />}
            {talent ? (
              <Said talent={talent} />
            ) : (
              <Empty
                icon="award"
                title={mine ? '您会的，大家用得上' : `还没有登记${name}会什么`}
                hint="写字、看病、修电器、讲党课……登记了，组织有事会先问您愿不愿意。您答应了，别人才看得到电话。"
              />
            )}
            {mine && <AskedOfMe forMemberId={forMemberId} />}
            {advisories.map(one => (
              <LinkRow
                key={one.advisoryId}
                icon="talk"
                words={`${advisoryWords[one.field]}顾问组`}
                note={one.orgName}
                onPress={() => go(routes.advisory({ id: one.advisoryId }))}
              />
            ))}
            {talent && (
              <Button icon="edit" onPress={() => setChanging(true)}>
                改一改
              </Button>
            )}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
