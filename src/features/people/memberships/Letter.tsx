import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayDate } from '../../../../core/people/roster/date-words'
import { Button } from '../../../components/Button'
import { Card } from '../../../components/Card'
import { Confirm } from '../../../components/Confirm'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { StateChip } from '../../../components/StateChip'
import { Unfold } from '../../../components/Unfold'
import type { Given } from '../../../platform/call'
import { useCommand } from '../../../platform/query'

type Letter = Given<'transfer.list'>['items'][number]

/** How a letter stands, in a word with its picture. */
const standing = ({ state, toBranchId, overdue, lapsed }: Letter) => {
  if (state === 'received') return { icon: 'done', tone: 'good', words: toBranchId === undefined ? '已转出' : '已接收' } as const
  if (state === 'refused') return { icon: 'back', tone: 'warn', words: '已退回' } as const
  if (state === 'cancelled') return { icon: 'close', tone: 'soft', words: '已收回' } as const
  if (lapsed) return { icon: 'alert', tone: 'danger', words: '已过有效期' } as const
  if (overdue) return { icon: 'alert', tone: 'warn', words: '已超时' } as const
  return { icon: 'clock', tone: 'ink', words: toBranchId === undefined ? '等回执' : '等接收' } as const
}

const clockOf = ({ state, toBranchId, dueOn, validUntil, endedOn }: Letter) =>
  state === 'open'
    ? `${sayDate(dueOn)}前${toBranchId === undefined ? '收到回执' : '答复'}， 介绍信有效到${sayDate(validUntil)}`
    : endedOn === undefined
      ? ''
      : `${sayDate(endedOn)}办完`

interface Answering {
  letter: Letter
  onDone: (said: string) => Promise<unknown>
}

const Receive = ({ letter, onDone }: Answering) => {
  const receive = useCommand('transfer.receive')
  const press = async () => {
    const answer = await receive.run({ transferId: letter.transferId })
    if (answer?.ok) await onDone(`好了，${letter.name}同志现在是本支部的党员`)
  }
  return (
    <>
      {receive.refusal && <Failure refusal={receive.refusal} onSeen={receive.forget} />}
      <Confirm
        kind="secondary"
        question={`接收${letter.name}同志吗？`}
        explain="接收以后，组织关系马上转到本支部；原支部没做完的结对、报名会结束，并告诉本人和原支部。"
        yes="是，接收"
        no="再等等"
        onYes={press}
      >
        接收
      </Confirm>
    </>
  )
}

const Back = ({ letter, onDone }: Answering) => {
  const refuse = useCommand('transfer.refuse')
  const [words, setWords] = useState('')
  const press = async () => {
    const answer = await refuse.run({ transferId: letter.transferId, reason: words })
    if (answer?.ok) await onDone('已经退回，原支部书记会看到')
  }
  return (
    <Unfold words="退回" kind="quiet">
      {close => (
        <>
          {refuse.refusal && <Failure refusal={refuse.refusal} onSeen={refuse.forget} />}
          <Field label="为什么退回" hint="原支部书记会看到" value={words} onChange={setWords} max={100} />
          <Button disabled={words.trim() === ''} onPress={press}>
            退回介绍信
          </Button>
          <Button kind="quiet" onPress={close}>
            不退了
          </Button>
        </>
      )}
    </Unfold>
  )
}

const TakeBack = ({ letter, onDone }: Answering) => {
  const cancel = useCommand('transfer.cancel')
  const press = async () => {
    const answer = await cancel.run({ transferId: letter.transferId })
    if (answer?.ok) await onDone('介绍信已经收回')
  }
  return (
    <>
      {cancel.refusal && <Failure refusal={cancel.refusal} onSeen={cancel.forget} />}
      <Confirm
        kind="quiet"
        question={`不转${letter.name}同志的组织关系了吗？`}
        explain="介绍信会收回，本人和对方支部都会知道。"
        yes="是，收回"
        no="不收回"
        onYes={press}
      >
        收回介绍信
      </Confirm>
    </>
  )
}

/** 回执: a letter to an organization outside ends with it. */
const Receipt = ({ letter, onDone }: Answering) => {
  const receipt = useCommand('transfer.receipt')
  const [on, setOn] = useState('')
  const [receiptNo, setReceiptNo] = useState('')
  const press = async () => {
    const no = receiptNo.trim()
    const answer = await receipt.run({ transferId: letter.transferId, on, ...(no === '' ? {} : { receiptNo: no }) })
    if (answer?.ok) await onDone(`登记好了，${letter.name}同志的组织关系转到${letter.toName}`)
  }
  return (
    <Unfold words="收到回执了" icon="done">
      {close => (
        <>
          {receipt.refusal && <Failure refusal={receipt.refusal} onSeen={receipt.forget} />}
          <View>登记以后，这位同志从名册上转出；没做完的结对、报名会结束，做过的都留着。</View>
          <DateField label="从哪一天起" value={on} from={letter.startedOn} onChange={setOn} />
          <Field label="回执编号（没有就不填）" value={receiptNo} onChange={setReceiptNo} max={40} />
          <Button disabled={on === ''} busyWords="正在登记…" onPress={press}>
            登记，转出
          </Button>
          <Button kind="quiet" onPress={close}>
            还没收到
          </Button>
        </>
      )}
    </Unfold>
  )
}

/** Who went outside has come back. */
const Return = ({ letter, onDone }: Answering) => {
  const back = useCommand('transfer.return')
  const [on, setOn] = useState('')
  const [letterNo, setLetterNo] = useState('')
  const press = async () => {
    const no = letterNo.trim()
    const answer = await back.run({ transferId: letter.transferId, on, ...(no === '' ? {} : { letterNo: no }) })
    if (answer?.ok) await onDone(`${letter.name}同志又在名册上了`)
  }
  return (
    <Unfold words="组织关系转回来了" kind="quiet">
      {close => (
        <>
          {back.refusal && <Failure refusal={back.refusal} onSeen={back.forget} />}
          <DateField label="从哪一天起" value={on} onChange={setOn} />
          <Field label="介绍信编号（没有就不填）" value={letterNo} onChange={setLetterNo} max={40} />
          <Button disabled={on === ''} busyWords="正在登记…" onPress={press}>
            登记，回到本支部
          </Button>
          <Button kind="quiet" onPress={close}>
            先不登记
          </Button>
        </>
      )}
    </Unfold>
  )
}

/** One letter with its clocks, and what the reader may do about it. */
export const LetterCard = ({ letter, onDone }: Answering) => {
  const { name, fromName, toName, reason, letterNo, words, may } = letter
  return (
    <Card title={name}>
      <StateChip {...standing(letter)} />
      <View className="words-whole">{`${fromName} → ${toName}`}</View>
      <View className="soft">{[reason, letterNo === undefined ? '' : `介绍信 ${letterNo}`].filter(Boolean).join(' · ')}</View>
      <View className="soft small words-whole">{clockOf(letter)}</View>
      {words !== undefined && <View>{words}</View>}
      {may.includes('receive') && <Receive letter={letter} onDone={onDone} />}
      {may.includes('refuse') && <Back letter={letter} onDone={onDone} />}
      {may.includes('receipt') && <Receipt letter={letter} onDone={onDone} />}
      {may.includes('return') && <Return letter={letter} onDone={onDone} />}
      {may.includes('cancel') && <TakeBack letter={letter} onDone={onDone} />}
    </Card>
  )
}
