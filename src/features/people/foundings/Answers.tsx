import { useState } from 'react'
import { Button } from '../../../components/Button'
import { Confirm } from '../../../components/Confirm'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Field } from '../../../components/Field'
import { Unfold } from '../../../components/Unfold'
import { useCommand } from '../../../platform/query'
import type { Founding } from './words'

interface Props {
  founding: Founding
  onDone: (said: string) => Promise<unknown>
}

/** 批复: the branch is founded by it. */
export const Agree = ({ founding: { foundingId, name }, onDone }: Props) => {
  const agree = useCommand('founding.agree')
  const [documentNo, setDocumentNo] = useState('')
  const press = async () => {
    const answer = await agree.run({ foundingId, documentNo })
    if (answer?.ok) await onDone(`${name}已经成立，申请的同志会收到消息`)
  }
  return (
    <Unfold words="同意成立" icon="check">
      {close => (
        <>
          {agree.refusal && <Failure refusal={agree.refusal} onSeen={agree.forget} />}
          <Field label="批复文号" value={documentNo} onChange={setDocumentNo} max={60} placeholder="例如：长青街〔2026〕18号" />
          <Button icon="check" disabled={documentNo.trim() === ''} onPress={press}>
            同意，建这个支部
          </Button>
          <Button kind="quiet" onPress={close}>
            先不批
          </Button>
        </>
      )}
    </Unfold>
  )
}

export const Refuse = ({ founding: { foundingId }, onDone }: Props) => {
  const refuse = useCommand('founding.refuse')
  const [words, setWords] = useState('')
  const press = async () => {
    const answer = await refuse.run({ foundingId, words })
    if (answer?.ok) await onDone('已经退回，申请的同志会收到原因')
  }
  return (
    <Unfold words="退回申请" kind="quiet">
      {close => (
        <>
          {refuse.refusal && <Failure refusal={refuse.refusal} onSeen={refuse.forget} />}
          <Field label="为什么退回" hint="申请的同志会看到" value={words} onChange={setWords} max={200} tall />
          <Button disabled={words.trim() === ''} onPress={press}>
            退回
          </Button>
          <Button kind="quiet" onPress={close}>
            不退了
          </Button>
        </>
      )}
    </Unfold>
  )
}

/** Those who applied take it back. */
export const Withdraw = ({ founding: { foundingId, name }, onDone }: Props) => {
  const withdraw = useCommand('founding.withdraw')
  const press = async () => {
    const answer = await withdraw.run({ foundingId })
    if (answer?.ok) await onDone(`收回了成立${name}的申请`)
  }
  return (
    <>
      {withdraw.refusal && <Failure refusal={withdraw.refusal} onSeen={withdraw.forget} />}
      <Confirm
        question={`不申请成立${name}了吗？`}
        explain="上级会知道，不用再批复；以后可以再申请。"
        yes="是，收回申请"
        no="不收回"
        onYes={press}
      >
        收回申请
      </Confirm>
    </>
  )
}

/** 备案. */
export const File = ({ founding: { foundingId, name }, onDone }: Props) => {
  const file = useCommand('founding.file')
  const [documentNo, setDocumentNo] = useState('')
  const [on, setOn] = useState('')
  const press = async () => {
    const answer = await file.run({ foundingId, documentNo, on })
    if (answer?.ok) await onDone(`${name}已经备案`)
  }
  return (
    <Unfold words="登记备案" icon="file">
      {close => (
        <>
          {file.refusal && <Failure refusal={file.refusal} onSeen={file.forget} />}
          <Field label="备案文号" value={documentNo} onChange={setDocumentNo} max={60} placeholder="例如：区组备〔2026〕9号" />
          <DateField label="哪一天备案" value={on} onChange={setOn} />
          <Button icon="file" disabled={documentNo.trim() === '' || on === ''} onPress={press}>
            登记
          </Button>
          <Button kind="quiet" onPress={close}>
            先不登记
          </Button>
        </>
      )}
    </Unfold>
  )
}
