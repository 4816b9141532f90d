import { View } from '@tarojs/components'
import { sayPeriod } from '../../../../core/shared/obligations/periods'
import { routes } from '../../../../core/shared/routes'
import { Card, Section, Title } from '../../../components/Card'
import { PhotoList } from '../../../components/PhotoList'
import { Empty, Loaded } from '../../../components/Loaded'
import { PersonRow } from '../../../components/Rows'
import { Screen } from '../../../components/Screen'
import { StateChip } from '../../../components/StateChip'
import { moment } from '../../../components/times'
import { VoicePlayer } from '../../../components/VoicePlayer'
import type { Given } from '../../../platform/call'
import { shownFile } from '../../../platform/files'
import { go } from '../../../platform/go'
import { useQuery } from '../../../platform/query'
import { shortPeriod, stateMarks } from './words'
import { sayDay } from '../../../../core/shared/spans'

const Facts = ({ facts }: Pick<Given<'report.get'>, 'facts'>) => (
  <Card title="系统里有的数">
    {facts.map(({ words, count, unit }) => (
      <View key={words} className="row">
        <View className="grow">{words}</View>
        <View className="strong">{`${String(count)} ${unit}`}</View>
      </View>
    ))}
  </Card>
)

/** A branch's report as the street and the bureau read it, beside what the product counted itself. */
export const ReadReport = ({ branchId, name, period }: { branchId: string; name: string | undefined; period: string | undefined }) => {
  const query = useQuery('report.get', { branchId, ...(period === undefined ? {} : { period }) })
  return (
    <Screen>
      <Title>{query.data?.name ?? name ?? '工作报告'}</Title>
      <Loaded query={query} cards={3}>
        {report => (
          <>
            <View className="row">
              <View className="grow strong">{sayPeriod(report.period)}</View>
              <StateChip {...stateMarks[report.state]} />
            </View>
            {report.submitted ? (
              <Card>
                <View className="soft small">{`${moment(report.submitted.at)} ${report.submitted.by}`}</View>
                {report.text !== '' && <View className="words-whole">{report.text}</View>}
                {report.voiceFileId !== undefined && (
                  <VoicePlayer source={shownFile(report.voiceFileId)} words={`听${report.submitted.by}说`} />
                )}
                <PhotoList fileIds={report.fileIds} of="报告" />
              </Card>
            ) : (
              <Empty icon="file" title="还没有交" hint={`${sayDay(report.dueOn)}前交。交了以后，写的、说的都在这里。`} />
            )}
            <Facts facts={report.facts} />
            {report.others.length > 0 && (
              <Section title="今年别的报告">
                {report.others.map(one => (
                  <PersonRow
                    key={one.period}
                    name={shortPeriod(one.period, report.period.slice(0, 4))}
                    state={stateMarks[one.state]}
                    {...(one.state === 'upcoming'
                      ? {}
                      : { onPress: () => go(routes.branchReport({ branchId, name, period: one.period })) })}
                  />
                ))}
              </Section>
            )}
          </>
        )}
      </Loaded>
    </Screen>
  )
}
