import { View } from '@tarojs/components'
import { useState } from 'react'
import { sayMoney, sayMonth } from '../../../../core/means/dues/words'
import { dateOf } from '../../../../core/shared/calendar'
import { BigButton, Button } from '../../../components/Button'
import { Section, Title } from '../../../components/Card'
import { Choice } from '../../../components/Choice'
import { DateField } from '../../../components/Dates'
import { Failure } from '../../../components/Failure'
import { Many } from '../../../components/Many'
import { Notice } from '../../../components/Notice'
import { Progress } from '../../../components/Progress'
import { Screen } from '../../../components/Screen'
import type { Given } from '../../../platform/call'
import { now } from '../../../platform/clock'
import { useCommand } from '../../../platform/query'
import { pickWorkbook, upload } from '../../../platform/upload'

type Seen = Given<'dues.previewFile'>
type Ask = Seen['asks'][number]

const questions: Readonly<Record<Ask['asks'], string>> = {
  which: '支部里有同名的，是哪一位？',
  tail: '名字对得上，尾号对不上，是不是这位？',
  unknown: '支部里没有这个名字，不记',
  twice: '表里写了两遍，这一遍还记吗？',
  amount: '数目和应交的不一样，还记吗？',
}
const NONE = ''

interface AskProps {
  ask: Ask
  answer: string
  onAnswer: (memberId: string) => void
}

const One = ({ ask, answer, onAnswer }: AskProps) => {
  const label = `第${String(ask.row)}行，${ask.name}，${sayMoney(ask.fen)}`
  if (ask.among.length === 0 || ask.fen === 0) return <View>{`${label}：${ask.fen === 0 ? '没有数目，不记' : questions.unknown}`}</View>
  const options = ask.among.map(one => ({
    value: one.memberId,
    words: `记给${one.name}`,
    hint: [one.groupName, `应交${sayMoney(one.dueFen)}`].filter(Boolean).join('，'),
  }))
  return (
    <Choice
      label={label}
      hint={questions[ask.asks]}
      options={[...options, { value: NONE, words: '先不记' }]}
      value={answer}
      onChange={onAnswer}
    />
  )
}

/** 从银行、单位的表里记: a list is looked through, what is doubtful is asked, the rest is noted by one press. */
export const DuesFile = ({ branchId, month, onBack }: { branchId: string; month: string; onBack: () => void }) => {
  const [fileId, setFileId] = useState<string | undefined>()
  const [percent, setPercent] = useState<number | undefined>()
  const [lost, setLost] = useState(false)
  const [seen, setSeen] = useState<Seen | undefined>()
  const [answers, setAnswers] = useState<Record<string, string>>({})
  const [on, setOn] = useState(dateOf(now()))
  const [done, setDone] = useState<{ paid: number; fen: number } | undefined>()
  const [working, setWorking] = useState<number | undefined>()
  const look = useCommand('dues.previewFile')
  const note = useCommand('dues.importFile')
  const months = [month]
  const pick = async () => {
    const file = await pickWorkbook()
    if (!file) return
    setLost(false)
    setSeen(undefined)
    setAnswers({})
    setPercent(0)
    const sent = await upload(file, setPercent)
    setPercent(undefined)
    setLost(sent === undefined)
    if (sent === undefined) return
    setFileId(sent)
    const answer = await look.run({ branchId, fileId: sent, months })
    if (answer?.ok) setSeen(answer.data)
  }
  const chosen = Object.entries(answers).flatMap(([row, memberId]) => (memberId === NONE ? [] : [{ row: Number(row), memberId }]))
  const count = seen ? seen.sure + chosen.length : 0
  const press = async () => {
    if (fileId === undefined) return
    const total = { paid: 0, fen: 0 }
    // In parts: what is left goes on until nothing is.
    for (let left = count; left > 0;) {
      setWorking(count - left)
      const answer = await note.run({ branchId, fileId, months, on, answers: chosen })
      if (!answer?.ok) {
        setWorking(undefined)
        return
      }
      total.paid += answer.data.paid
      total.fen += answer.data.fen
      left = answer.data.left
    }
    setWorking(undefined)
    setDone(total)
    setSeen(undefined)
  }
  const main = () => {
    if (seen && count > 0)
      return (
        <BigButton icon="done" busyWords="正在记下…" onPress={press}>
          {`记下 ${String(count)} 位的党费`}
        </BigButton>
      )
    return (
      <BigButton icon="upload" onPress={pick}>
        选 Excel 文件
      </BigButton>
    )
  }
  return (
    <Screen main={main()}>
      <Title>{sayMonth(month)}的党费</Title>
      <View>银行代扣、单位代扣的表，有“姓名”“金额”两列就行；有手机尾号更好，同名的就不用问了。</View>
      {percent !== undefined && <Progress done={percent} total={100} words="正在传文件" />}
      {working !== undefined && <Progress done={working} total={count} words="正在一位一位记下" />}
      {lost && <Notice tone="warn" title="文件没有传上去，请再选一次" />}
      {look.refusal?.code === 'DUES_FILE_UNREADABLE' ? (
        <Notice tone="danger" title={look.refusal.data.message} />
      ) : (
        look.refusal && <Failure refusal={look.refusal} onSeen={look.forget} />
      )}
      {note.refusal && <Failure refusal={note.refusal} onSeen={note.forget} />}
      {done && <Notice tone="good" title={`记下了${String(done.paid)}位，共${sayMoney(done.fen)}`} />}
      {seen && (
        <>
          <Notice tone="info" title={`${String(seen.rows)}行里，${String(seen.sure)}位对上了，共${sayMoney(seen.fen)}`}>
            {seen.paid > 0 && <View>{`另外${String(seen.paid)}位这个月已经记过，不再记。`}</View>}
          </Notice>
          <DateField label="哪天收到的" value={on} onChange={setOn} />
          {seen.asks.length > 0 && (
            <Section title={`${String(seen.asks.length)}行要您看一看`}>
              <Many items={seen.asks} keyOf={one => String(one.row)} step={20} unit="行">
                {one => (
                  <One
                    ask={one}
                    answer={answers[String(one.row)] ?? NONE}
                    onAnswer={memberId => setAnswers({ ...answers, [String(one.row)]: memberId })}
                  />
                )}
              </Many>
            </Section>
          )}
          <Button icon="retry" onPress={pick}>
            换一个文件
          </Button>
        </>
      )}
      <Button icon="back" onPress={onBack}>
        回到名单
      </Button>
    </Screen>
  )
}
