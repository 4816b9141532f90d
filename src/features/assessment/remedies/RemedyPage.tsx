import { View } from '@tarojs/components'
import { routes } from '../../../../core/shared/routes'
import { sayDay } from '../../../../core/shared/spans'
import { Button } from '../../../components/Button'
import { Card, Section, Title } from '../../../components/Card'
import { Loaded } from '../../../components/Loaded'
import { PhotoList } from '../../../components/PhotoList'
import { Fact, LinkRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { moment } from '../../../components/times'
import type { Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { ProofForm } from './ProofForm'
import { chipOf } from './words'

type Shown = Given<'remedy.get'>

const Proof = ({ title, proof }: { title: string; proof: NonNullable<Shown['done']> }) => (
  <Card title={title}>
    <View className="soft small">{`${moment(proof.at)} · ${proof.by}`}</View>
    <View className="prose">{proof.note}</View>
    <PhotoList fileIds={proof.photoFileIds} of={title} />
  </Card>
)

const History = ({ shown: { reports, reopened, done } }: { shown: Shown }) =>
  reports.length + reopened.length === 0 && !done ? null : (
    <Section title="整改经过">
      <View className="stack">
        {reports.map((one, nth) => (
          <Proof key={`report-${String(nth)}`} title="改了" proof={one} />
        ))}
        {reopened.map((one, nth) => (
          <Card key={`reopened-${String(nth)}`} title="请再改一改">
            <View className="soft small">{`${moment(one.at)} · ${one.by}`}</View>
            <View className="prose">{one.reason}</View>
          </Card>
        ))}
        {done && <Proof title="销号" proof={done} />}
      </View>
    </Section>
  )

/** One thing that is to be put right, for its owner and for those who keep it. */
export const RemedyPage = ({ remedyId }: { remedyId: string }) => {
  const query = useQuery('remedy.get', { remedyId })
  return (
    <Screen>
      <Loaded query={query} cards={3}>
        {shown => (
          <View className="stack">
            <View>
              <Title>{shown.problem}</Title>
              <View className="soft">{shown.branchName}</View>
            </View>
            <Card>
              <StateChip {...chipOf(shown)} />
              <Fact icon="star" label="目标">
                {shown.target}
              </Fact>
              <Fact icon="steps" label="怎么改">
                {shown.measure}
              </Fact>
              <Fact icon="me" label="谁负责">
                {shown.ownerId === null ? `${shown.ownerName}不在了，要另请一位` : shown.ownerName}
              </Fact>
              <Fact icon="calendar" label="哪一天以前">
                {sayDay(shown.dueOn)}
              </Fact>
            </Card>
            <History shown={shown} />
            {shown.may.includes('report') && <ProofForm what="report" remedyId={remedyId} onDone={query.reload} />}
            {shown.may.includes('tick') && <ProofForm what="tick" remedyId={remedyId} onDone={query.reload} />}
            {shown.may.includes('reopen') && <ProofForm what="reopen" remedyId={remedyId} onDone={query.reload} />}
            {shown.may.includes('save') && (
              <Button icon="edit" onPress={() => go(routes.saveRemedy({ orgId: shown.branchId, name: shown.branchName, id: remedyId }))}>
                改一改、换个人
              </Button>
            )}
            {shown.may.includes('report') && (
              <LinkRow icon="list" words="我负责的整改" note="都在这里" onPress={() => go(routes.myRemedies())} />
            )}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
