import { useState } from 'react'
import { fenOf, standingWords, typedYuan } from '../../../../../core/means/dues/words'
import { standings, type Standing } from '../../../../../core/means/dues/rules'
import { monthOf } from '../../../../../core/shared/calendar'
import { BigButton, Button } from '../../../../components/Button'
import { Title } from '../../../../components/Card'
import { Choice } from '../../../../components/Choice'
import { DateField } from '../../../../components/Dates'
import { Failure } from '../../../../components/Failure'
import { Field } from '../../../../components/Field'
import { Screen } from '../../../../components/Screen'
import { now } from '../../../../platform/clock'
import { useCommand } from '../../../../platform/query'
import type { FormProps } from './form'

/** What a person's dues are reckoned from, from a month on. */
export const BaseForm = ({ memberId, data, onDone }: FormProps) => {
  const last = data.bases.at(-1)
  const [yuan, setYuan] = useState(last ? typedYuan(last.baseFen) : '')
  const [standing, setStanding] = useState<Standing>(last?.standing ?? 'retired')
  const [on, setOn] = useState(`${monthOf(now())}-01`)
  const [tried, setTried] = useState(false)
  const save = useCommand('dues.setBase')
  const baseFen = fenOf(yuan)
  const press = async () => {
    setTried(true)
    if (baseFen === undefined) return
    const answer = await save.run({ memberId, baseFen, standing, from: on.slice(0, 7) })
    if (answer?.ok) onDone(true)
  }
  return (
    <Screen
      main={
        <>
          {save.refusal && <Failure refusal={save.refusal} onSeen={save.forget} />}
          <BigButton icon="done" busyWords="正在记下…" onPress={press}>
            定下来
          </BigButton>
        </>
      }
    >
      <Title>{data.name}的党费基数</Title>
      <Choice
        label="类别"
        options={standings.map(value => ({ value, words: standingWords[value] }))}
        value={standing}
        onChange={setStanding}
      />
      <Field
        label={standing === 'retired' ? '基本养老金每月多少元' : '税后每月收入多少元'}
        hint={standing === 'retired' ? '不算津贴补贴。' : undefined}
        value={yuan}
        onChange={setYuan}
        max={11}
        error={tried && baseFen === undefined ? '请填数目，例如 4800 或 4800.50' : undefined}
      />
      <DateField label="从哪个月起" value={on} onChange={setOn} />
      <Button icon="back" onPress={() => onDone(false)}>
        先不改
      </Button>
    </Screen>
  )
}
