import { View } from '@tarojs/components'
import { useState } from 'react'
import { fenOf } from '../../../../../core/means/dues/words'
import { monthOf } from '../../../../../core/shared/calendar'
import { BigButton, Button } from '../../../../components/Button'
import { Title } from '../../../../components/Card'
import { DateField } from '../../../../components/Dates'
import { Failure } from '../../../../components/Failure'
import { Field } from '../../../../components/Field'
import { Photos } from '../../../../components/Photos'
import { Screen } from '../../../../components/Screen'
import { now } from '../../../../platform/clock'
import { useDraft } from '../../../../platform/draft'
import { useCommand } from '../../../../platform/query'
import { fields, list, text } from '../../../../platform/shape'
import type { FormProps } from './form'

interface Draft {
  from: string
  until: string
  yuan: string
  reason: string
  documentNo: string
  fileIds: string[]
}
const isDraft = fields<Draft>({ from: text, until: text, yuan: text, reason: text, documentNo: text, fileIds: list(text) })

/** Less, or nothing, for some months, with the paper that allows it. */
export const ReliefForm = ({ memberId, data, onDone }: FormProps) => {
  const first = `${monthOf(now())}-01`
  const { draft, change, done } = useDraft<Draft>(`dues-relief/${memberId}`, isDraft, {
    ...{ from: first, until: first, yuan: '0', reason: '', documentNo: '', fileIds: [] },
  })
  const { from, until, yuan, reason, documentNo, fileIds } = draft
  const [tried, setTried] = useState(false)
  const save = useCommand('dues.relieve')
  const fen = fenOf(yuan)
  const press = async () => {
    setTried(true)
    if (fen === undefined || reason.trim() === '' || until < from) return
    const answer = await save.run({
      ...{ memberId, from: from.slice(0, 7), until: until.slice(0, 7), fen, reason, fileIds },
      ...(documentNo.trim() === '' ? {} : { documentNo }),
    })
    if (!answer?.ok) return
    done()
    onDone(true)
  }
  return (
    <Screen
      main={
        <>
          {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
          <BigButton icon="done" busyWords="正在记下…" onPress={press}>
            记下减免
          </BigButton>
        </>
      }
    >
      <Title>{data.name}少交或者免交</Title>
      <View className="soft">支部研究、上级同意以后再记，把批准的文件拍下来。</View>
      <DateField label="从哪个月起" value={from} onChange={next => change({ from: next })} />
      <DateField
        label="到哪个月止"
        value={until}
        onChange={next => change({ until: next })}
        error={tried && until < from ? '要在开始的月份以后' : undefined}
      />
      <Field
        label="每月交多少元（免交填0）"
        value={yuan}
        onChange={next => change({ yuan: next })}
        max={11}
        error={tried && fen === undefined ? '请填数目' : undefined}
      />
      <Field
        label="为什么"
        value={reason}
        onChange={next => change({ reason: next })}
        max={200}
        tall
        error={tried && reason.trim() === '' ? '请写一句' : undefined}
      />
      <Field label="批准文号（可以不写）" value={documentNo} onChange={next => change({ documentNo: next })} max={40} />
      <Photos label="批准的文件" fileIds={fileIds} onChange={next => change(before => ({ fileIds: next(before.fileIds) }))} />
      <Button icon="back" onPress={() => onDone(false)}>
        先不记
      </Button>
    </Screen>
  )
}
