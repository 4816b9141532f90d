import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Icon } from '../../../components/Icon'
import { Fact } from '../../../components/Rows'
import { StateChip } from '../../../components/StateChip'
import { relationWord } from '../../people/public'
import { shownFile } from '../../../platform/files'
import { showPlace } from '../../../platform/place'
import { Shots } from './Shots'
import { VoicePlayer } from '../../../components/VoicePlayer'
import { PromiseBar } from './PromiseBar'
import { briefly, type Full, iconOf, kindTitle, riskChip, stateChip, titled, whenWanted, whereabouts } from './words'
import { instantOf } from '../../../../core/shared/calendar'
import { day } from '../../../components/times'

const RaisedBy = ({ request }: { request: Full }) => {
  const by = request.raisedBy
  if (!by) return null
  return (
    <Fact icon="people">
      {by.name}
      {by.relation ? `（${relationWord(by.relation)}）` : ''}替{request.name}求助
    </Fact>
  )
}

const Where = ({ request }: { request: Full }) => {
  const { address, point, name } = request
  const ways = process.env.TARO_ENV === 'weapp' && point !== undefined && request.as !== 'elder'
  return (
    <>
      {address && <Fact icon="place">{address}</Fact>}
      {request.as === 'asked' && whereabouts(request) !== '' && <Fact icon="place">{whereabouts(request)}</Fact>}
      {request.as === 'asked' && !address && !point && <View className="soft">姓名、地址和电话，接了以后就看得到。</View>}
      {!address && point && <Fact icon="place">按手机定位的地方</Fact>}
      {ways && (
        <Button icon="place" onPress={() => showPlace(point, `${name}${address ? `：${address}` : ''}`)}>
          看地图怎么走
        </Button>
      )}
    </>
  )
}

/** What is asked, who asks, where, until when; as much of it as the reader may see. */
export const About = ({ request }: { request: Full }) => {
  const { name, as, plan, second, secondWanted, owner } = request
  const own = as === 'elder'
  const risk = riskChip(request)
  return (
    <Card>
      <View className="row">
        <Icon name={iconOf(request)} tone={request.urgency === 'urgent' ? 'danger' : 'ink'} size="big" />
        <View className="grow">
          <Title>{kindTitle(request)}</Title>
          {!own && <View className="strong">{name}</View>}
        </View>
      </View>
      <View className="row wrap">
        {request.urgency === 'urgent' && <StateChip icon="alert" tone="danger" words="急事" />}
        <StateChip {...stateChip(request)} />
        {risk && <StateChip {...risk} />}
      </View>
      <PromiseBar item={request} />
      <RaisedBy request={request} />
      {request.text !== '' && <View className="prose">“{request.text}”</View>}
      {request.voiceFileId && <VoicePlayer source={shownFile(request.voiceFileId)} words={own ? '听我说的话' : `听${name}说`} />}
      <Shots fileIds={request.photoFileIds} />
      <Where request={request} />
      <Fact icon="clock">{briefly(request.raisedAt)}求助</Fact>
      <Fact icon="calendar-done">说好{request.promise}</Fact>
      {request.wanted && <Fact icon="calendar">要{whenWanted(request.wanted)}</Fact>}
      {plan && (
        <Fact icon="file" label={`办理计划（${day(instantOf(plan.date))}前）`}>
          {plan.text}
        </Fact>
      )}
      {owner && as !== 'owner' && request.state === 'done' && !own && <Fact icon="hand">{titled(owner)}在办</Fact>}
      {second && <Fact icon="people">{titled(second)}做帮手</Fact>}
      {secondWanted && <Fact icon="people">还要一个帮手，正在找</Fact>}
    </Card>
  )
}
