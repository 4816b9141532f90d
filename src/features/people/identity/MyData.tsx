import { View } from '@tarojs/components'
import { useState } from 'react'
import { BigButton, Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { ExportButton } from '../../../components/ExportButton'
import { call, type Given } from '../../../platform/call'
import { go } from '../../../platform/go'
import { useDraft } from '../../../platform/draft'
import { useCommand, useQuery } from '../../../platform/query'
import { texts } from '../../../platform/shape'
import { moment } from '../../../components/times'
import { Unfold } from '../../../components/Unfold'
import { copy } from '../../../platform/clipboard'
import { MyAccounts } from './Accounts'
import { MyWaitingDoors } from './WaitingDoors'
import { correctionOf, isCorrectable } from './corrections'
import { endSession } from './endSession'
import { ActingFor, type KnownActing } from './Known'
import { routes } from '../../../../core/shared/routes'

type Held = Given<'me.data'>['held'][number]
/** So many lines of who looked stand on the screen at once. */
const SHOWN = 5

interface FormProps {
  held: readonly Held[]
  acting: KnownActing
  onDone: (saved: boolean) => void
}

const CorrectForm = ({ held, acting, onDone }: FormProps) => {
  const fields = held.filter(one => one.correctable && isCorrectable(one.field))
  const [first] = useState<Record<string, string>>(() => Object.fromEntries(fields.map(one => [one.field, one.value])))
  const { draft: typed, change, done } = useDraft(`data/${acting.person.memberId}`, texts(first), first)
  const correct = useCommand('me.correct')
  const changed = fields.filter(one => (typed[one.field] ?? '') !== one.value)
  const save = async () => {
    const answer = await correct.run({ ...acting.forMemberId, ...correctionOf(changed.map(one => [one.field, typed[one.field] ?? ''])) })
    if (answer?.ok) leave(true)
  }
  const leave = (saved: boolean) => {
    done()
    onDone(saved)
  }
  return (
    <Screen
      main={
        <>
          {correct.refusal && <Failure refusal={correct.refusal} />}
          <BigButton disabled={changed.length === 0} onPress={save}>
            保存
          </BigButton>
        </>
      }
    >
      <ActingFor acting={acting} />
      {fields.map(one => (
        <Field
          key={one.field}
          label={one.label}
          value={typed[one.field] ?? ''}
          onChange={value => change({ [one.field]: value })}
          max={100}
          hint={one.field === 'residence' || one.field === 'emergencyName' ? undefined : '有几个，就用顿号“、”隔开'}
        />
      ))}
      <Button kind="quiet" onPress={() => leave(false)}>
        不改了
      </Button>
    </Screen>
  )
}

const Withdraw = ({ onKept }: { onKept: (kept: string[]) => void }) => {
  const withdraw = useCommand('me.withdraw')
  const press = async () => {
    const answer = await withdraw.run({})
    if (!answer?.ok) return
    onKept(answer.data.kept)
  }
  return (
    <>
      {withdraw.refusal && <Failure refusal={withdraw.refusal} onSeen={withdraw.forget} />}
      <Confirm
        question="确定撤回您的资料吗？"
        explain="您的绑定、家人代办和自己填的内容会删去；支部只留名册里必须留的。以后要用，请书记重新邀请您。"
        yes="是，撤回"
        no="不，留着"
        onYes={press}
      >
        撤回我的资料
      </Confirm>
    </>
  )
}

type Looks = Given<'me.data'>['looked']

const sayLook = ({ at, by, what }: Looks[number]): string => `${moment(at)}，${by}${what}`

/** 谁看过我的资料, the latest first. */
const Looked = ({ looked }: { looked: Looks }) => (
  <Card title="谁看过、改过我的资料">
    {looked.length === 0 && <View className="soft">还没有别人看过</View>}
    {looked.slice(0, SHOWN).map((one, index) => (
      <View key={`${String(one.at)}${String(index)}`}>{sayLook(one)}</View>
    ))}
    {looked.length > SHOWN && (
      <Unfold words={`再看 ${String(looked.length - SHOWN)} 条`} kind="quiet">
        {() => (
          <View>
            {looked.slice(SHOWN).map((one, index) => (
              <View key={`${String(one.at)}${String(index)}`}>{sayLook(one)}</View>
            ))}
          </View>
        )}
      </Unfold>
    )}
  </Card>
)

/** All of it as a text, to be kept wherever the person likes. */
const KeepText = ({ held, looked }: { held: readonly Held[]; looked: Looks }) => {
  const [copied, setCopied] = useState<boolean | undefined>()
  const text = [...held.map(one => `${one.label}：${one.value || '没有登记'}`), '谁看过、改过：', ...looked.map(sayLook)].join('\n')
  return (
    <>
      <Button icon="file" onPress={async () => setCopied(await copy(text))}>
        全部复制，自己存着
      </Button>
      {copied === true && <Notice tone="good" title="复制好了，可以粘贴到收藏或文件里" onSeen={() => setCopied(undefined)} />}
      {copied === false && <Notice tone="warn" title="没有复制成，请再按一次" onSeen={() => setCopied(undefined)} />}
    </>
  )
}

/** 我的资料: everything held, what can be corrected, and the way to withdraw. */
export const MyData = ({ acting }: { acting: KnownActing }) => {
  const query = useQuery('me.data', acting.forMemberId)
  const [editing, setEditing] = useState(false)
  const [saved, setSaved] = useState(false)
  const [kept, setKept] = useState<string[] | undefined>()
  const own = acting.forMemberId.forMemberId === undefined

  if (kept) {
    const leave = async () => {
      await endSession()
      go(routes.home())
    }
    return (
      <Screen main={<BigButton onPress={leave}>知道了</BigButton>}>
        <Notice tone="good" title="已经撤回">
          <View>{kept.length > 0 ? '支部还要留着：' : '支部没有再留您的资料。'}</View>
          {kept.map(one => (
            <View key={one}>· {one}</View>
          ))}
        </Notice>
      </Screen>
    )
  }
  if (editing && query.data) {
    const done = async (changed: boolean) => {
      if (changed) await query.reload()
      setSaved(changed)
      setEditing(false)
    }
    return <CorrectForm held={query.data.held} acting={acting} onDone={changed => void done(changed)} />
  }
  return (
    <Screen main={query.data && <BigButton onPress={() => setEditing(true)}>有不对的，我来改</BigButton>}>
      <ActingFor acting={acting} />
      {saved && <Notice tone="good" title="改好了，支部书记也能看到" onSeen={() => setSaved(false)} />}
      <Loaded query={query} cards={2}>
        {({ held, waitingDoors, looked }) => (
          <View className="stack">
            <MyWaitingDoors doors={waitingDoors} onAnswered={query.reload} />
            <Card>
              {held.map(one => (
                <View key={one.field}>
                  <View className="soft small">{one.label}</View>
                  <View>{one.value || '没有登记'}</View>
                </View>
              ))}
            </Card>
            {own && <MyAccounts />}
            <Looked looked={looked} />
            <KeepText held={held} looked={looked} />
            <ExportButton words="存成文件" icon="sheet" name="我的资料.xlsx" make={() => call('me.export', acting.forMemberId)} />
          </View>
        )}
      </Loaded>
      {own && <Withdraw onKept={setKept} />}
    </Screen>
  )
}
