import { View } from '@tarojs/components'
import { BigButton, Button } from '../../../../components/Button'
import { Card } from '../../../../components/Card'
import { Failure } from '../../../../components/Failure'
import { Field } from '../../../../components/Field'
import { Fact } from '../../../../components/Rows'
import { Screen } from '../../../../components/Screen'
import { useAsking } from '../../../../platform/asking'
import type { Asked, Given, Refusal } from '../../../../platform/call'
import { now } from '../../../../platform/clock'
import { useCommand } from '../../../../platform/query'
import { toTop } from '../../../../platform/screen'
import { actsOpen, StandingActs } from '../../../life/public'
import { Clashes } from './Clashes'
import { changeOf, concerned, differences } from './postChange'
import type { PostText } from './postForm'

/** So many are named before the rest is counted. */
const NAMED = 8

const named = (names: readonly string[]): string =>
  names.length > NAMED ? `${names.slice(0, NAMED).join('、')}等 ${names.length} 位` : names.join('、')

type Stands = Extract<Refusal<'post.change'>, { code: 'ACTS_STAND' }>['data']

interface Props {
  postId: string
  holders: Given<'post.holders'>['shifts']
  first: PostText
  form: PostText
  reason: string
  onReason: (reason: string) => void
  onDone: (done: Given<'post.change'>) => void
  onBack: () => void
}

/** What will be different and who will be told, before it is saved. */
export const Review = ({ postId, holders, first, form, reason, onReason, onDone, onBack }: Props) => {
  const command = useCommand('post.change')
  const said = differences(first, form)
  const { told, waiting, promoted } = concerned(holders, said, form, now())
  const wanted = changeOf(first, form)
  const asking = useAsking<Stands, Pick<Asked<'post.change'>, 'acts' | 'clashing'>>(wanted)
  const { question, answer: decided } = asking
  const clashes = question?.clashes ?? []
  const open = actsOpen(question, decided.acts) || (clashes.length > 0 && decided.clashing === undefined)
  const save = async () => {
    const why = reason.trim()
    const answer = await command.run({ postId, ...wanted, ...decided, ...(why ? { reason: why } : {}) })
    if (!answer) return
    if (answer.ok) onDone(answer.data)
    else if (answer.code === 'ACTS_STAND') {
      asking.ask(answer.data)
      toTop()
    }
  }
  return (
    <Screen
      main={
        <>
          {command.refusal && command.refusal.code !== 'ACTS_STAND' && <Failure refusal={command.refusal} />}
          <BigButton disabled={open} busyWords="正在告诉大家…" onPress={save}>
            {open ? '请先在上面选一下' : told.length > 0 ? `改好了，告诉 ${told.length} 人` : '改好了，存下来'}
          </BigButton>
        </>
      }
    >
      {question && <StandingActs stands={question} value={decided.acts} onChange={acts => asking.say({ acts })} />}
      <Clashes clashes={clashes} value={decided.clashing} onChange={clashing => asking.say({ clashing })} />
      <Card title="改了这些">
        {said.map(({ label, from, to, shiftId }) => (
          <View key={`${label}/${shiftId ?? ''}/${to}`}>
            <View className="strong words-whole">{label}</View>
            {from !== undefined && <View className="soft words-whole">原来：{from}</View>}
            <View className="words-whole">{from === undefined ? to : `改成：${to}`}</View>
          </View>
        ))}
      </Card>
      <Card title="会告诉谁">
        {told.length === 0 && <View>这次的改动不影响已经认领的人，不用告诉谁。</View>}
        {told.length > 0 && <Fact icon="bell">{named(told)}</Fact>}
        {waiting.length > 0 && (
          <Fact icon="warn" label="名额减少，转到候补">
            {named(waiting)}
          </Fact>
        )}
        {promoted.length > 0 && (
          <Fact icon="done" label="名额增加，从候补补上">
            {named(promoted)}
          </Fact>
        )}
        <View className="soft">还没有认领的人，打开卡片就看到新的。</View>
      </Card>
      {told.length > 0 && (
        <Field
          label="为什么改"
          hint="他们会看到；也可以空着"
          value={reason}
          onChange={onReason}
          max={200}
          tall
          placeholder="例如：学校改了放学时间"
        />
      )}
      <Button kind="quiet" onPress={onBack}>
        再改改
      </Button>
    </Screen>
  )
}
