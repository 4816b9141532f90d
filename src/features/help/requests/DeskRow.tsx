import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { StateChip } from '../../../components/StateChip'
import { CallOne } from './Calls'
import { CallChaser } from './Chased'
import { RequestRow } from './RequestRow'
import { type DeskItem, kindTitle, named } from './words'

interface Props {
  item: DeskItem
  /** Gives it to a member. */
  onGive: (item: DeskItem) => void
}

/** One request of the desk: who was asked, who got no message, each with a call; one without an owner can be given out here. */
export const DeskRow = ({ item, onGive }: Props) => {
  const { requestId, told, unreached, owner, name, state } = item
  const asked = told.filter(one => !one.declined)
  const declined = told.filter(one => one.declined)
  const tried = owner ? [] : [asked.length > 0 ? `问了${named(asked)}` : '', declined.length > 0 ? `${named(declined)}办不了` : '']
  return (
    <View className="desk-row stack">
      <RequestRow item={item} more={tried.filter(Boolean).join('；')} />
      <CallChaser item={item} forMemberId={{}} />
      {unreached.length > 0 && (
        <Card edge="warn">
          <StateChip icon="phone" tone="warn" words="微信没通知到，请打电话" />
          {unreached.map(person => (
            <CallOne key={person.memberId} requestId={requestId} forMemberId={{}} person={person} />
          ))}
        </Card>
      )}
      {state === 'waiting' && (
        <Button icon="people" about={`${name}的${kindTitle(item)}`} onPress={() => onGive(item)}>
          请一位来办
        </Button>
      )}
    </View>
  )
}
