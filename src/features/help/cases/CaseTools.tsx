import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Section } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Unfold } from '../../../components/Unfold'
import { useCommand } from '../../../platform/query'
import { FindPerson } from '../../people/public'
import type { QuietCase } from './words'

interface Props {
  shown: QuietCase
  orgId: string | undefined
  onChanged: () => Promise<void>
  /** The reader is named no more. */
  onLeft: () => void
}

const Invite = ({ shown: { caseId }, orgId, onChanged }: Props & { orgId: string }) => {
  const invite = useCommand('case.invite')
  const pick = async (memberId: string, close: () => void) => {
    const answer = await invite.run({ caseId, memberIds: [memberId] })
    if (!answer?.ok) return
    close()
    await onChanged()
  }
  return (
    <Unfold icon="person-add" words="请一位同志">
      {close => (
        <View className="stack">
          {invite.refusal && <Failure refusal={invite.refusal} onSeen={invite.forget} />}
          <FindPerson orgId={orgId} onPick={person => pick(person.memberId, close)} />
          <Button kind="quiet" onPress={close}>
            先不请
          </Button>
        </View>
      )}
    </Unfold>
  )
}

const HandOver = ({ shown: { caseId, people }, onLeft }: Props) => {
  const handOver = useCommand('case.handOver')
  const fit = people.filter(one => one.answer === 'yes')
  const give = async (memberId: string) => {
    const answer = await handOver.run({ caseId, memberId })
    if (answer?.ok) onLeft()
  }
  return (
    <Unfold icon="swap" kind="quiet" words="交给别的同志负责">
      {close => (
        <View className="stack">
          {handOver.refusal && <Failure refusal={handOver.refusal} onSeen={handOver.forget} />}
          <View className="soft">
            {fit.length === 0 ? '请先请一位同志，等他答应了，就可以交给他。' : '交出去以后，您就看不到这件事了。'}
          </View>
          {fit.map(({ memberId, name }) => (
            <Confirm
              key={memberId}
              icon="swap"
              kind="secondary"
              question={`交给${name}，您就看不到了。交吗？`}
              yes="是，交出去"
              no="先不交"
              onYes={() => give(memberId)}
            >
              {`交给${name}`}
            </Confirm>
          ))}
          <Button kind="quiet" onPress={close}>
            先不交
          </Button>
        </View>
      )}
    </Unfold>
  )
}

const Close = ({ shown: { caseId }, onChanged }: Props) => {
  const [outcome, setOutcome] = useState('')
  const [tried, setTried] = useState(false)
  const close = useCommand('case.close')
  const press = async () => {
    setTried(true)
    if (outcome.trim() === '') return
    const answer = await close.run({ caseId, outcome })
    if (answer?.ok) await onChanged()
  }
  return (
    <Unfold icon="done" words="谈完了">
      {back => (
        <View className="stack">
          <Field
            label="结果怎么样"
            value={outcome}
            onChange={setOutcome}
            max={500}
            tall
            error={tried && outcome.trim() === '' ? '请写一句结果' : undefined}
            placeholder="例如：水管修好了，两家和好了"
          />
          {close.refusal && <Failure refusal={close.refusal} onSeen={close.forget} />}
          <Button icon="done" busyWords="正在记下…" onPress={press}>
            记下结果，不再改
          </Button>
          <Button kind="quiet" onPress={back}>
            还没谈完
          </Button>
        </View>
      )}
    </Unfold>
  )
}

/** What the keeper does: ask people, bring it to its end, name a successor. */
export const CaseTools = (props: Props) => {
  const { may } = props.shown
  if (!may.includes('close')) return null
  return (
    <Section title="您负责这件事">
      <View className="stack">
        {props.orgId !== undefined && <Invite {...props} orgId={props.orgId} />}
        <Close {...props} />
        <HandOver {...props} />
        <View className="soft small">要交给新书记的，先请他参加，再交给他。办结两年以后，这里的记录会自动删掉。</View>
      </View>
    </Section>
  )
}
