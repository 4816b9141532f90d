import { View } from '@tarojs/components'
import { BigButton, Button } from '../../../components/Button'
import { Failure } from '../../../components/Failure'
import { Notice } from '../../../components/Notice'
import { Unfold } from '../../../components/Unfold'
import { useCommand } from '../../../platform/query'
import type { ActProps } from './acts'

/** 在路上: the elder hears that help is coming. */
export const OnTheWayButton = ({ request, onDone }: ActProps) => {
  const progress = useCommand('request.progress')
  const press = async () => {
    const answer = await progress.run({ requestId: request.requestId, state: 'on-the-way' })
    if (answer) await onDone()
  }
  return (
    <>
      {progress.refusal && <Failure refusal={progress.refusal} onSeen={progress.forget} />}
      <BigButton icon="steps" busyWords="正在告诉老同志…" onPress={press}>
        我出发了，在路上
      </BigButton>
    </>
  )
}

/** A second pair of hands, from the team and those near. */
const AskSecond = ({ request, onDone }: ActProps) => {
  const second = useCommand('request.askSecond')
  const press = async () => {
    const answer = await second.run({ requestId: request.requestId })
    if (answer) await onDone()
  }
  return (
    <>
      {second.refusal && <Failure refusal={second.refusal} onSeen={second.forget} />}
      <Button icon="people" busyWords="正在请人…" onPress={press}>
        要个帮手
      </Button>
    </>
  )
}

/** What is filled in on a screen of its own. */
export type Form = 'done' | 'decline' | 'handOver' | 'plan' | 'note' | 'reassign' | 'more'

/** What the owner may do besides going there and being done; what is seldom wanted lies behind one button. */
export const OwnerWays = ({ open, gives, ...props }: ActProps & { open: (form: Form) => void; gives: boolean }) => {
  const { request } = props
  return (
    <View className="stack">
      {request.secondWanted && (
        <Notice tone="info" title="正在找帮手">
          <View>有人来，马上告诉您。</View>
        </Notice>
      )}
      <Button icon="edit" onPress={() => open('note')}>
        说一声进展
      </Button>
      <Unfold words="要帮手，或者办不成" icon="more">
        {() => (
          <>
            {request.may.includes('askSecond') && <AskSecond {...props} />}
            {request.may.includes('plan') && (
              <Button icon="file" onPress={() => open('plan')}>
                一时办不成，写个计划
              </Button>
            )}
            {gives && (
              <Button icon="people" onPress={() => open('reassign')}>
                换人来办
              </Button>
            )}
            {request.may.includes('handOver') && (
              <Button kind="quiet" onPress={() => open('handOver')}>
                我办不了，交给别人
              </Button>
            )}
          </>
        )}
      </Unfold>
    </View>
  )
}
