import { View } from '@tarojs/components'
import { Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { moment } from '../../../components/times'
import type { Given } from '../../../platform/call'
import { useCommand } from '../../../platform/query'

/** Numbers that others wrote down for me: each waits for my word. */
export const MyWaitingDoors = ({ doors, onAnswered }: { doors: Given<'me.data'>['waitingDoors']; onAnswered: () => Promise<unknown> }) => {
  const answer = useCommand('me.answerDoor')
  const press = async (doorId: string, mine: boolean) => {
    const given = await answer.run({ doorId, mine })
    if (given?.ok) await onAnswered()
  }
  return (
    <>
      {answer.refusal && <Failure refusal={answer.refusal} onSeen={answer.forget} />}
      {doors.map(({ doorId, phone, by, at }) => (
        <Notice key={doorId} tone="warn" title={`${phone} 是您的手机号吗？`}>
          <View>
            {by}在{moment(at)}登记的。是您的，以后可以用它绑定微信。
          </View>
          <Button onPress={() => press(doorId, true)}>是我的</Button>
          <Button kind="quiet" onPress={() => press(doorId, false)}>
            不是我的，去掉
          </Button>
        </Notice>
      ))}
    </>
  )
}

interface Props {
  memberId: string
  doors: Given<'roster.get'>['waitingDoors']
  onOpened: () => Promise<unknown>
}

/** Numbers of a member that wait for their word, or for that of an officer who did not bring them. */
export const MemberWaitingDoors = ({ memberId, doors, onOpened }: Props) => {
  const open = useCommand('roster.openDoor')
  const press = async (doorId: string) => {
    const given = await open.run({ memberId, doorId })
    if (given?.ok) await onOpened()
  }
  return (
    <>
      {open.refusal && <Failure refusal={open.refusal} onSeen={open.forget} />}
      {doors.map(({ doorId, maskedPhone, by, at, may }) => (
        <Notice key={doorId} tone="info" title={`新号码 ${maskedPhone}`}>
          <View>
            {by}在{moment(at)}登记的。打电话可以用；要用它绑定微信，等本人答应，或者由另一位负责人核对。
          </View>
          {may.includes('openDoor') && <Button onPress={() => press(doorId)}>打电话核对过了，是本人的</Button>}
        </Notice>
      ))}
    </>
  )
}
