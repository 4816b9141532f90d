import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Card, Section } from '../../../components/Card'
import { Failure } from '../../../components/Failure'
import { Fold } from '../../../components/Fold'
import { Icon } from '../../../components/Icon'
import { day } from '../../../components/times'
import { call, type Given } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import type { Query } from '../../../platform/query'
import type { Result } from './words'

const Places = ({ places, mine }: { places: Result['places']; mine: string }) => (
  <View>
    {places.map(one => (
      <View key={one.memberId} className="row tight">
        {one.place === 1 && <Icon name="award" />}
        <View>{`第 ${String(one.place)} 名`}</View>
        <View className={`grow${one.memberId === mine ? ' strong' : ''}`}>{`${one.name}${one.memberId === mine ? '（您）' : ''}`}</View>
      </View>
    ))}
  </View>
)

interface Props {
  circleId: string
  forMemberId: { forMemberId?: string }
  memberId: string
  query: Query<Given<'circle.results'>>
  /** Puts one right; absent for those who only look. */
  onCorrect?: ((result: Result) => void) | undefined
}

/** The matches of a circle, the latest first; what was put right shows what stood before. */
export const Results = ({ circleId, forMemberId, memberId, query, onCorrect }: Props) => {
  const { items, more, refusal } = usePages(query, cursor => call('circle.results', { circleId, cursor, ...forMemberId }))
  if (items.length === 0) return null
  return (
    <Section title="比赛成绩">
      {items.map(one => (
        <Card key={one.resultId} title={one.title}>
          <View className="soft small">{day(one.at)}</View>
          <Places places={one.places} mine={memberId} />
          {one.former.length > 0 && (
            <Fold title={`改过 ${String(one.former.length)} 次，看原来的`}>
              {() =>
                one.former.map(was => (
                  <View key={was.at} className="soft">
                    <View className="small">{`${day(was.at)}记的：${was.title}`}</View>
                    <Places places={was.places} mine={memberId} />
                  </View>
                ))
              }
            </Fold>
          )}
          {onCorrect && (
            <Button icon="edit" about={one.title} onPress={() => onCorrect(one)}>
              改成绩
            </Button>
          )}
        </Card>
      ))}
      {refusal && <Failure refusal={refusal} />}
      {more && <Button onPress={more}>看以前的成绩</Button>}
    </Section>
  )
}
