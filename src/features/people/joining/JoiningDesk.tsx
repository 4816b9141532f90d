import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Card, Title } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Empty, Loaded } from '../../../components/Loaded'
import { Notice } from '../../../components/Notice'
import { Screen } from '../../../components/Screen'
import { moment } from '../../../components/times'
import { Unfold } from '../../../components/Unfold'
import { call, type Given } from '../../../platform/call'
import { usePages } from '../../../platform/pages'
import { useCommand, useQuery } from '../../../platform/query'
import { CallNumbers } from '../roster/CallMember'

type Asking = Given<'joining.list'>['items'][number]

interface AnswerProps {
  one: Asking
  /** Says what was done, and asks again who waits. */
  onDone: (said: string) => Promise<unknown>
}

/** At a branch: the person is one of those who were there, or comes onto the roster. */
const Add = ({ one, onDone }: AnswerProps) => {
  const add = useCommand('joining.add')
  const { joiningId, name, maskedPhone, alike } = one
  const isOther = ({ maskedPhone: theirs }: Asking['alike'][number]) => theirs !== maskedPhone
  const press = async (memberId?: string) => {
    const answer = await add.run({ joiningId, ...(memberId === undefined ? {} : { memberId }) })
    if (answer?.ok) await onDone(`好了，${name}同志打开手机就能绑定`)
  }
  return (
    <>
      {add.refusal && <Failure refusal={add.refusal} onSeen={add.forget} />}
      {alike.length > 0 && <View>名册里有名字或者号码一样的，是不是同一位？{alike.some(isOther) && '号码不一样的，先打电话核对。'}</View>}
      {alike.map(({ memberId, name: theirs, maskedPhone: number }) => (
        <Button key={memberId} icon="check" onPress={() => press(memberId)}>
          {`就是名册里的${theirs}${number === undefined ? '' : `（${number}）`}`}
        </Button>
      ))}
      <Button icon="person-add" onPress={() => press()}>
        {alike.length > 0 ? '不是，另外加入花名册' : '加入花名册'}
      </Button>
    </>
  )
}

/** At the bureau: whose branch it is. */
const Place = ({ one, onDone }: AnswerProps) => {
  const place = useCommand('joining.place')
  const [branch, setBranch] = useState(one.said)
  const press = async () => {
    const answer = await place.run({ joiningId: one.joiningId, branch })
    if (answer?.ok) await onDone(`已经转给${answer.data.branchName}`)
  }
  return (
    <Unfold words="转给支部" icon="swap">
      {close => (
        <>
          {place.refusal && <Failure refusal={place.refusal} onSeen={place.forget} />}
          <Field label="是哪个支部" hint="写支部名字开头的几个字" value={branch} onChange={setBranch} max={40} />
          <Button disabled={branch.trim() === ''} onPress={press}>
            转过去
          </Button>
          <Button kind="quiet" onPress={close}>
            先不转
          </Button>
        </>
      )}
    </Unfold>
  )
}

const One = ({ one, branch, onDone }: AnswerProps & { branch: boolean }) => {
  const decline = useCommand('joining.decline')
  const { joiningId, name, maskedPhone, at, said } = one
  const no = async () => {
    const answer = await decline.run({ joiningId })
    if (answer?.ok) await onDone('好了，会请对方再看看支部写得对不对')
  }
  const ring = async () => {
    const answer = await call('joining.phone', { joiningId })
    return answer.ok ? { ok: true as const, data: { phones: [answer.data.phone], emergency: [] } } : answer
  }
  const not = branch ? '不是我们支部的' : '不认识'
  return (
    <Card title={name}>
      <View className="soft">
        {maskedPhone}，微信核对过 · {moment(at)}
      </View>
      {said !== '' && <View>写的支部：{said}</View>}
      <CallNumbers name={name} words="打电话问问" ask={ring} />
      {branch ? <Add one={one} onDone={onDone} /> : <Place one={one} onDone={onDone} />}
      {decline.refusal && <Failure refusal={decline.refusal} onSeen={decline.forget} />}
      <Confirm question={`${name}${not}吗？`} explain="对方会看到“名册里没有您”，可以改好再发。" yes={`是，${not}`} no="再看看" onYes={no}>
        {not}
      </Confirm>
    </Card>
  )
}

/** 请您加进名册的同志: those whose number stands on no roster, at the desk of a branch or of the bureau. */
export const JoiningDesk = ({ orgId, orgName }: { orgId: string; orgName: string }) => {
  const query = useQuery('joining.list', { orgId })
  const { items, more, refusal } = usePages(query, cursor => call('joining.list', { orgId, cursor }))
  const [done, setDone] = useState<string | undefined>()
  const answered = async (said: string) => {
    setDone(said)
    await query.reload()
  }
  return (
    <Screen>
      <View>
        <Title>请您加进名册的同志</Title>
        <View className="soft">{orgName}</View>
      </View>
      {done !== undefined && <Notice tone="good" title={done} onSeen={() => setDone(undefined)} />}
      <Loaded query={query} cards={2}>
        {({ branch }) => (
          <View className="stack">
            {items.length === 0 && <Empty icon="people" title="现在没有" hint="谁的手机号在名册里找不到，按“请书记加我”，就会到这里。" />}
            {items.map(one => (
              <One key={`${one.joiningId}${String(one.at)}`} one={one} branch={branch} onDone={answered} />
            ))}
            {refusal && <Failure refusal={refusal} />}
            {more && <Button onPress={more}>再看后面的</Button>}
          </View>
        )}
      </Loaded>
    </Screen>
  )
}
